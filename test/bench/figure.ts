/** Prints one figure: ratio = ours ÷ limit, both measured on this machine in this run. */
export function figure(name: string, value: number, unit: string, limit: number): void {
  const round = (number: number) => Number(number.toPrecision(4))
  process.stdout.write(
    `${JSON.stringify({ name, value: round(value), unit, limit: round(limit), ratio: round(value / limit) })}\n`,
  )
}

/** The option `--name N` of a bench as a whole number. */
export function option(args: readonly string[], name: string, fallback: number): number {
  const at = args.indexOf(`--${name}`)
  const value = at < 0 ? fallback : Number(args[at + 1])
  if (!Number.isInteger(value) || value <= 0) throw new RangeError(`--${name} takes a whole number above 0`)
  return value
}
