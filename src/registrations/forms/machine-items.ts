import { type Text, text } from '../../platform/text.ts'
import { items } from './collateral-fields.ts'
import { type Field, line, number } from './define-form.ts'

/** The list of machines, equipment or goods that several forms share. */
export function machineItems(label: Text): Field {
  return items(label, [...whatItIs, serialNumber, location])
}

/** The same list for the rights under which a vehicle, too, is registered here: all but its mortgage. */
export function machineOrVehicleItems(label: Text): Field {
  return items(label, [...whatItIs, serialNumber, vin, location])
}

const whatItIs: readonly Field[] = [
  line('name', text('名称', 'Name'), { required: true }),
  line('model', text('型号规格', 'Model')),
  number('quantity', text('数量', 'Quantity')),
  line('unit', text('单位', 'Unit'), { maxCharacters: 20 }),
  line('maker', text('制造商', 'Maker')),
]

const serialNumber = line('serialNumber', text('序列号/出厂编号', 'Serial number'), { assetKey: 'serial_number' })

/** 17 characters since ISO 3779; older vehicles have shorter chassis numbers. */
const vin = line('vin', text('车辆识别代号', 'VIN'), {
  maxCharacters: 17,
  assetKey: 'serial_number',
  hint: text('仅车辆填写，17 位。', 'For vehicles only, 17 characters.'),
})

const location = line('location', text('所在地', 'Location'), { maxCharacters: 500 })
