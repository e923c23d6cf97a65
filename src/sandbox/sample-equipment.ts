import type { Sector } from './company-words.ts'
import { type Machine, machinesOf } from './equipment-catalogue.ts'
import { roundSum } from './figures.ts'
import { type Goods, materialsOf, productsOf } from './goods-catalogue.ts'
import type { Random } from './random.ts'
import { sampleVehicles } from './sample-vehicles.ts'

/** Rows of a list of collateral and what they are worth together, in yuan. */
export type SampleItems = { readonly items: Record<string, unknown>[]; readonly value: number }

/** Machines of a debtor's sector at a place: mostly a handful, now and then a whole plant of some hundred rows. */
export function sampleMachines(random: Random, sector: Sector, location: string): SampleItems {
  const rows = random.chance(0.02) ? random.between(60, 240) : random.between(1, 8)
  const machines = machinesOf(sector)
  const items: Record<string, unknown>[] = []
  let value = 0
  while (items.length < rows) {
    const machine = random.pick(machines)
    const price = random.between(machine.priceFrom, machine.priceTo)
    const batch = machine.inBulk
      ? bulkRow(random, machine, price, location)
      : serialRows(random, machine, location, rows - items.length)
    for (const item of batch) {
      items.push(item)
      value += price * (item.quantity as number)
    }
  }
  return { items, value }
}

/** Cars and lorries, one row each, since each has its own VIN. */
export function sampleFleet(random: Random): SampleItems {
  const vehicles = sampleVehicles(random, random.chance(0.5) ? 1 : random.between(2, 12))
  return {
    items: vehicles.map((vehicle) => vehicle.item),
    value: vehicles.reduce((sum, vehicle) => sum + vehicle.price, 0),
  }
}

export type Stage = 'raw_materials' | 'semi_finished_goods' | 'products'

/** Stock at a place: raw material, work in progress or products. */
export function sampleStock(random: Random, sector: Sector, stage: Stage, location: string): SampleItems {
  const goods = stage === 'raw_materials' ? materialsOf(sector) : productsOf(sector)
  const items: Record<string, unknown>[] = []
  let value = 0
  for (const each of someOf(random, goods, random.between(1, 3))) {
    const quantity = lot(random, each)
    value += quantity * each.price
    const name = stage === 'semi_finished_goods' ? `${each.name}（在制品）` : each.name
    items.push({ name, model: each.grade, quantity, unit: each.unit, location })
  }
  return { items, value }
}

/** A usual quantity of one lot; whole for things that are counted. */
export function lot(random: Random, goods: Goods): number {
  const drawn = goods.lotFrom * (goods.lotTo / goods.lotFrom) ** (random.integer(1000) / 1000)
  return goods.unit === '吨' && drawn < 1000 ? Math.round(drawn * 1000) / 1000 : Math.round(drawn)
}

/** `count` different elements, fewer if the list has fewer. */
export function someOf<T>(random: Random, list: readonly T[], count: number): T[] {
  const left = [...list]
  const chosen: T[] = []
  while (chosen.length < count && left.length > 0) chosen.push(...left.splice(random.integer(left.length), 1))
  return chosen
}

/** A row for each of one to four machines of the same model, with serial numbers in a row as they leave the works. */
function serialRows(random: Random, machine: Machine, location: string, rowsMax: number): Record<string, unknown>[] {
  const { maker, models } = random.pick(machine.makes)
  const model = random.pick(models)
  const count = Math.min(rowsMax, random.chance(0.6) ? 1 : random.between(2, 4))
  const serial = serialNumbers(random, model)
  return Array.from({ length: count }, (_, i) => ({
    name: machine.name,
    model,
    quantity: 1,
    unit: machine.unit,
    maker,
    serialNumber: serial(i),
    location,
  }))
}

/** One row for as many as a usual sum buys. */
function bulkRow(random: Random, machine: Machine, price: number, location: string): Record<string, unknown>[] {
  const { maker, models } = random.pick(machine.makes)
  const quantity = Math.ceil(roundSum(random, 60_000, 6_000_000) / price / 10) * 10
  return [{ name: machine.name, model: random.pick(models), quantity, unit: machine.unit, maker, location }]
}

/** Makers number their machines in many ways; each has one, so the numbers of one batch look alike. */
function serialNumbers(random: Random, model: string): (offset: number) => string {
  const year = random.between(2016, 2026)
  const month = String(random.between(1, 12)).padStart(2, '0')
  const short = model.replace(/[^A-Z0-9]/g, '').slice(0, 6)
  const start = random.between(1, 9000)
  const long = random.between(1_000_000, 89_000_000)
  const style = random.integer(5)
  return (offset) => {
    const count = String(start + offset).padStart(4, '0')
    if (style === 0) return `${short}${String(year).slice(2)}${month}${count}`
    if (style === 1) return `${year}${month}-${count}`
    if (style === 2) return String(long + offset)
    if (style === 3) return `${short}-${String(year).slice(2)}-${count}`
    return `No.${String(year).slice(2)}${month}${count}`
  }
}
