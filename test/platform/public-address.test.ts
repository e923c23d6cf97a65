import t from 'tap'
import { isLoopbackAddress, isPublicAddress } from '../../src/platform/public-address.ts'

t.test('which addresses are public', async (t) => {
  const publicOnes = ['1.1.1.1', '8.8.8.8', '100.63.255.255', '100.128.0.0', '172.15.0.1', '172.32.0.1', '192.167.1.1']
  const publicSix = ['2400:3200::1', '2606:4700:4700::1111', '2a00:1450:4001:81b::200e', '2001:4860:4860::8888']
  for (const address of [...publicOnes, ...publicSix]) t.equal(isPublicAddress(address), true, address)
  const special = [
    ...[
      '0.0.0.0',
      '0.1.2.3',
      '10.0.0.1',
      '10.255.255.255',
      '100.64.0.1',
      '127.0.0.1',
      '127.255.255.254',
      '169.254.169.254',
    ],
    ...[
      '172.16.0.1',
      '172.31.255.255',
      '192.0.0.8',
      '192.0.2.1',
      '192.88.99.1',
      '192.168.1.1',
      '198.18.0.1',
      '198.19.255.1',
    ],
    ...['198.51.100.1', '203.0.113.1', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', 'fe80::1', 'fe80::1%eth0', '2400:3200::1%eth0', 'fc00::1', 'fd12:3456::1', 'ff02::1', 'fec0::1'],
    // An IPv4 address within: mapped, compatible, translated, 6to4 and Teredo.
    ...['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:0:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::1'],
    ...[
      '2002:7f00:1::',
      '2001::1',
      '2001:0:4136:e378::1',
      '2001:10::1',
      '2001:20::1',
      '2001:db8::1',
      '3fff::1',
      '100::1',
    ],
    ...['', 'localhost', 'example.org', '1.1.1', '0x7f.0.0.1', '127.1', '1.1.1.1.1', '[2400:3200::1]'],
  ]
  for (const address of special) t.equal(isPublicAddress(address), false, address)
})

t.test('which addresses are this machine', async (t) => {
  for (const address of ['127.0.0.1', '127.3.2.1', '::1']) t.equal(isLoopbackAddress(address), true, address)
  for (const address of ['126.0.0.1', '128.0.0.1', '::2', '::1%lo', '10.0.0.1', 'localhost', ''])
    t.equal(isLoopbackAddress(address), false, address)
})
