import { makeLei } from '../parties/lei.ts'
import type { Organization } from '../parties/party.ts'
import type { Random } from './random.ts'

/**
 * An organisation from abroad, under its name in its own script: identified by an LEI or by its home registry's number,
 * whose form follows that registry.
 */
export function foreignOrganization(random: Random): Organization {
  const home = random.pick(HOMES)
  const number = home.number(random)
  const identifier = random.chance(0.35)
    ? { scheme: 'lei', value: lei(random) }
    : { scheme: 'foreign_registration', value: number, country: home.country }
  return {
    kind: 'organization',
    name: home.name(random.pick(home.words), random),
    identifier,
    address: { country: home.country, line: home.line(random.between(1, 240)) },
    representative: random.pick(home.people),
  }
}

/** A legal entity identifier (ISO 17442): the issuer's prefix, two zeros, twelve characters and two check digits. */
function lei(random: Random): string {
  let own = ''
  for (let i = 0; i < 12; i++) own += '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'.charAt(random.integer(34))
  return makeLei(`${random.pick(['5299', '5493', '2138', '3003', '9845', '3538'])}00${own}`)
}

type Home = {
  readonly country: string
  readonly words: readonly string[]
  readonly people: readonly string[]
  name(word: string, random: Random): string
  number(random: Random): string
  line(house: number): string
}

const HOMES: readonly Home[] = [
  {
    country: 'DE',
    words: ['Bergmann', 'Weißenfels', 'Hölscher', 'Kranzler', 'Nordlicht', 'Schrödter', 'Taunus'],
    people: ['Andreas Köhler', 'Sabine Großmann', 'Jürgen Voß'],
    name: (word, random) =>
      `${word} ${random.pick(['Maschinenbau', 'Werkzeugmaschinen', 'Medizintechnik', 'Leasing'])} ${random.pick(['GmbH', 'GmbH & Co. KG', 'AG'])}`,
    number: (random) => `HRB ${random.between(1000, 260_000)}`,
    line: (house) => `Industriestraße ${house}, 70565 Stuttgart`,
  },
  {
    country: 'JP',
    words: ['大和田', '北陸', '三嶋', '日東精', '瑞穂野'],
    people: ['佐藤健一', '高橋直子', '渡邉修'],
    name: (word, random) => `${word}${random.pick(['精機', '工作機械', '商事', 'リース'])}株式会社`,
    number: (random) => `${random.between(1, 9)}0100${random.digits(8)}`,
    line: (house) => `東京都品川区東五反田2丁目${(house % 30) + 1}番${(house % 9) + 1}号`,
  },
  {
    country: 'HK',
    words: ['長豐', '恒海', '萬盛', '匯泰', '金輝'],
    people: ['陳志明', '黃美玲', '何家輝'],
    name: (word, random) =>
      `${word}${random.pick(['國際', '融資租賃', '貿易', '實業'])}（${random.pick(['香港', '集團'])}）有限公司`,
    number: (random) => `${random.between(1, 3)}${random.digits(6)}`,
    line: (house) => `香港九龍尖沙咀廣東道${house}號海港中心12樓`,
  },
  {
    country: 'US',
    words: ['Blue Ridge', 'Lakeshore', 'Harlan & Pierce', 'Tri-County', 'O’Malley', 'The Granite State'],
    people: ['Linda M. Harlan', 'Robert J. Pierce', 'Denise O’Malley'],
    name: (word, random) =>
      `${word} ${random.pick(['Equipment Finance', 'Capital', 'Imaging Systems', 'Machine Tool'])}${random.pick([', Inc.', ' LLC', ' Corp.', ' Co., Ltd.'])}`,
    number: (random) => random.digits(7),
    line: (house) => `${house} Market Street, Wilmington, DE 19801`,
  },
  {
    country: 'KR',
    words: ['Hanseong', 'Daeyoung', 'Saebyeok', 'Koryo Precision'],
    people: ['Kim Min-jun', 'Park Seo-yeon'],
    name: (word, random) => `${word} ${random.pick(['Semiconductor', 'Tech', 'Machinery'])} Co., Ltd.`,
    number: (random) => `1101${random.digits(2)}-${random.digits(7)}`,
    line: (house) => `${house} Teheran-ro, Gangnam-gu, Seoul`,
  },
  {
    country: 'SG',
    words: ['Straits Orchid', 'Temasik', 'Kallang Bay', 'Pelangi'],
    people: ['Tan Wei Ling', 'Rajesh Kumar Sharma'],
    name: (word, random) => `${word} ${random.pick(['Commodities', 'Shipping', 'Trade Finance'])} Pte. Ltd.`,
    number: (random) =>
      `${random.between(2001, 2025)}${random.digits(5)}${random.pick(['C', 'D', 'E', 'G', 'H', 'K', 'M', 'N', 'R', 'W', 'Z'])}`,
    line: (house) => `${house} Robinson Road, #12-03, Singapore 068877`,
  },
  {
    country: 'FR',
    words: ['Compagnie Rhodanienne d’Équipement', 'Cézanne Émile', 'Ateliers Lefèvre'],
    people: ['Marie-Claire Dubois', 'François Lefèvre'],
    name: (word, random) => `${word} ${random.pick(['SARL', 'S.A.S.', 'S.A.'])}`,
    number: (random) => random.digits(9),
    line: (house) => `${house} avenue Jean Jaurès, 69007 Lyon`,
  },
  {
    country: 'VN',
    words: ['Thành Đạt', 'Hoàng Gia', 'Sông Hồng'],
    people: ['Nguyễn Văn Hùng', 'Trần Thị Mai'],
    name: (word, random) => `Công ty TNHH ${random.pick(['Thương mại', 'Cơ khí'])} ${word}`,
    number: (random) => `0${random.digits(9)}`,
    line: (house) => `Số ${house} đường Lê Lợi, thành phố Hải Phòng`,
  },
]
