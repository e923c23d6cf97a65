import t from 'tap'
import { divisionName } from '../../src/parties/division-name.ts'
import { schemeLabel, writtenAddress, writtenIdentifier } from '../../src/parties/party-wording.ts'

t.test('divisions of GB/T 2260', async (t) => {
  for (const [code, name] of [
    ['330000', '浙江省'],
    ['330100', '浙江省杭州市'],
    ['330106', '浙江省杭州市西湖区'],
    ['110105', '北京市朝阳区'],
    ['500230', '重庆市丰都县'],
    ['429004', '湖北省仙桃市'],
    ['469001', '海南省五指山市'],
    ['999999', '999999'],
    ['浙江省杭州市', '浙江省杭州市'],
  ] as const) {
    t.equal(divisionName(code), name)
  }
})

t.test('addresses and numbers on one line', async (t) => {
  for (const [address, zh, en] of [
    [{ country: 'CN', division: '330106', line: '浙江省杭州市西湖区文三路 188 号' }, '浙江省杭州市西湖区文三路 188 号'],
    [{ country: 'CN', division: '330106', line: '文三路 188 号' }, '浙江省杭州市西湖区 文三路 188 号'],
    [{ country: 'CN', division: '339999', line: '文三路 188 号' }, '文三路 188 号（339999）'],
    [{ country: 'CN', line: '文三路 188 号' }, '文三路 188 号'],
    [{ country: 'DE', line: 'Kaiserstr. 1' }, 'Kaiserstr. 1（德国）', 'Kaiserstr. 1 (Germany)'],
    [
      { country: 'CN', division: '330106', line: '***' },
      '浙江省杭州市西湖区（详细地址不公开）',
      '浙江省杭州市西湖区 (the full address is not public)',
    ],
    [{ country: 'DE', line: '***' }, '德国（详细地址不公开）', 'Germany (the full address is not public)'],
  ] as const) {
    t.same(writtenAddress(address), { zh, en: en ?? zh })
  }
  t.same(writtenIdentifier({ value: 'HRB12345', country: 'DE' }), { zh: 'HRB12345（德国）', en: 'HRB12345 (Germany)' })
  t.equal(schemeLabel('uscc').zh, '统一社会信用代码')
  t.equal(schemeLabel('toString').zh, 'toString')
})
