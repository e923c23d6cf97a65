import qrEncoder from 'pdfmake/js/qrEnc.js'

/** The drawings on a certificate, as SVG. */

/**
 * The register's emblem: filings as bars that stand one below the other by rank, on a ground line, beside the upright
 * of the record that holds them. Geometry only; nothing round, no star, no arms: it must never look like a seal.
 */
export const EMBLEM = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" width="40" height="40">
<path fill="#0f4c4f" d="M2 2H6V38H2ZM10 4H38V9H10ZM10 14H30V19H10ZM10 24H22V29H10Z"/>
<path fill="#9db5b3" d="M10 35.5H38V37H10Z"/>
</svg>`

/** Four white modules on every side (ISO/IEC 18004). */
const QUIET_ZONE_MODULES = 4
const MODULE = 5

/** An SVG `side` points wide, of which `quiet` points at every edge are the quiet zone. */
export type QrCode = { readonly svg: string; readonly side: number; readonly quiet: number }

/**
 * A QR code of error correction level M as one SVG path; pdfmake's own QR node draws a rectangle for every module.
 * @param content visible ASCII @param inner width in points without the quiet zone
 */
export function qrCode(content: string, inner: number): QrCode {
  if (!/^[\x21-\x7e]+$/.test(content)) throw new Error('a QR code carries visible ASCII')
  const { _canvas: rectangles, _width: width } = qrEncoder.default.measure({ qr: content, eccLevel: 'M' })
  const modules = rectangles.filter((each) => each.w === MODULE)
  const path = modules.map(({ x, y }) => `M${x} ${y}h${MODULE}v${MODULE}h-${MODULE}z`).join('')
  const margin = QUIET_ZONE_MODULES * MODULE
  const whole = width + 2 * margin
  const side = (inner * whole) / width
  const box = `viewBox="${-margin} ${-margin} ${whole} ${whole}" width="${side}" height="${side}"`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${box}><path fill="#000" d="${path}"/></svg>`
  return { svg, side, quiet: (side * margin) / whole }
}
