import { type Text, text } from '../platform/text.ts'

/** A case of the logic: would a search of the one name find what is registered under the other, and why. */
export type PublishedCase = { number: number; registered: string; searched: string; found: boolean; why: Text }

/**
 * Cases that show where the logic draws its lines, after the questions that other registers were asked. They are some
 * of the table that tests the logic (test/search/search-key.cases.csv), under the same numbers.
 */
export const publishedCases: readonly PublishedCase[] = [
  found(
    1,
    ['北京中科（集团）有限公司', '北京中科(集团)有限公司'],
    '括号一律视同半角圆括号',
    'Brackets of every kind count as ( )',
  ),
  found(
    3,
    ['北京中科（集团）有限公司', '北京中科 （集团） 有限公司'],
    '含汉字的名称不计空白',
    'White space does not count in a name with Han characters',
  ),
  found(
    5,
    ['北京中科【集团】有限公司', '北京中科（集团）有限公司'],
    '括号的式样不论：【】与（）相同',
    'The style of brackets does not count: 【】 is （）',
  ),
  found(
    7,
    ['上海甲乙科技有限公司', '上海甲乙科技有限公司\u000A'],
    '含汉字的名称不计空白',
    'White space does not count in a name with Han characters',
  ),
  found(
    9,
    ['上海甲乙科技有限公司', '\uFEFF上海甲乙科技有限公司'],
    '看不见的字符不计',
    'Invisible characters do not count',
  ),
  found(11, ['上海ABC科技有限公司', '上海abc科技有限公司'], '不分大小写', 'Letter case does not count'),
  found(
    13,
    ['上海二〇二五实业有限公司', '上海二○二五实业有限公司'],
    '“○”是“〇”的常见打法，视同“〇”',
    '○ is how 〇 is often typed, and counts as 〇',
  ),
  notFound(
    15,
    ['甲乙（中国）有限公司', '甲乙中国有限公司'],
    '括号不删：有无括号是两个名称；近似查询提示',
    'Brackets stay: with and without them are two names; near match shows the other',
  ),
  notFound(
    17,
    ['長江實業（集團）有限公司', '长江实业（集团）有限公司'],
    '繁简、异体字不折算，各为不同的核准名称；近似查询提示',
    'Traditional, simplified and variant characters are other registered names; near match shows them',
  ),
  notFound(
    19,
    ['后海酒店有限公司', '後海酒店有限公司'],
    '繁简、异体字不折算，各为不同的核准名称；近似查询提示',
    'Traditional, simplified and variant characters are other registered names; near match shows them',
  ),
  notFound(
    21,
    ['台州甲公司', '臺州甲公司'],
    '繁简、异体字不折算，各为不同的核准名称；近似查询提示',
    'Traditional, simplified and variant characters are other registered names; near match shows them',
  ),
  notFound(
    23,
    ['甲乙丙有限公司', '甲乙丙有限责任公司'],
    '组织形式是名称的一部分',
    'In a name with Han characters the organisation form is part of the name',
  ),
  notFound(
    25,
    ['甲乙丙有限公司', '甲乙丙'],
    '组织形式是名称的一部分，简称查不到；近似查询提示',
    'The organisation form is part of the name: a short form finds nothing; near match shows it',
  ),
  notFound(
    27,
    ['甲乙丙有限公司', '甲乙丙有限公司北京分公司'],
    '公司与其分公司是两个名称；近似查询提示',
    'A company and its branch have two names; near match shows the other',
  ),
  notFound(
    29,
    ['广州市天河贸易有限公司', '广州天河贸易有限公司'],
    '多一个“市”字就是另一个名称；近似查询提示',
    'One character more (市) makes another name; near match shows it',
  ),
  notFound(
    33,
    ['未来材料有限公司', '末来材料有限公司'],
    '形近的字（未、末）是两个字；近似查询提示',
    'Look-alike characters (未, 末) are two characters; near match shows the other',
  ),
  found(
    35,
    ['䶮福贸易有限公司', '䶮福贸易有限公司'],
    '罕用字、扩展区的字是普通的字',
    'A rare character is a character like any other',
  ),
  found(
    37,
    ['神州\u2F2F业有限公司', '神州工业有限公司'],
    '兼容字形归一（NFKC）',
    'Compatibility forms are unified (NFKC)',
  ),
  found(
    39,
    ['甲乙Ⅱ期基金有限合伙', '甲乙II期基金有限合伙'],
    '兼容字形归一（NFKC）',
    'Compatibility forms are unified (NFKC)',
  ),
  found(41, ['阿里木·买买提商行', '阿里木•买买提商行'], '各种间隔号相同', 'Middle dots of every kind are the same'),
  notFound(
    43,
    ['阿里木·买买提商行', '阿里木买买提商行'],
    '间隔号不删：有无间隔号是两个名称；近似查询提示',
    'The middle dot stays: with and without it are two names; near match shows the other',
  ),
  notFound(45, ['甲公司', '%公司'], '没有通配符：符号只是符号', 'There are no wildcards: a sign is a sign'),
  found(
    47,
    ["甲公司';DROP TABLE x;--", "甲公司';DROP TABLE x;--"],
    '名称中的引号、分号、命令语句只是文字',
    'Quotes, semicolons and commands in a name are text and nothing else',
  ),
  notFound(
    49,
    ['甲公司', '乙公司'],
    '名称不同；同时按代码查询才能查得改名前的登记',
    'Another name; only its code, searched as well, finds what was registered before the change',
  ),
  found(
    57,
    ['丙丁商贸有限公司', '丙丁商贸有限公司'],
    '同名的两家企业都列出，以代码区分',
    'Two companies of one name are both listed; their codes tell them apart',
  ),
  found(
    63,
    ['Sukarno', 'Sukarno'],
    '只有一个词的名称照样登记和查询，不用补“-”',
    'A name of one word is registered and searched as it is: no dash is put in for what is missing',
  ),
  found(
    65,
    ['ABC Partnership', 'The ABC Company'],
    '开头的 the 和结尾的组织形式用语不计',
    'A leading the and ending legal-form words do not count',
  ),
  notFound(
    67,
    ['A and M, Inc.', 'M, Inc.'],
    '开头的 A 不删：规则只删 the',
    'A leading A stays: the rule removes the alone',
  ),
  found(
    69,
    ['CW Mining Company', 'C. W. Mining Company'],
    '句点不计，单词连写、分写相同',
    'Full stops do not count, and words together or apart are the same',
  ),
  notFound(
    71,
    ['1944 Beach Blvd., LLC', '1944 Beach Boulevard, LLC'],
    '缩写是另一个词；近似查询提示',
    'An abbreviation is another word; near match shows the other',
  ),
  notFound(
    73,
    ['BFN Operations, LLC abn Zelenka Farms', 'BFN Operations LLC'],
    '“又名”之后的部分也是登记的名称；近似查询提示',
    'What follows abn is part of the registered name; near match shows the beginning',
  ),
  found(
    75,
    ['JONES CO LTD', 'JONES'],
    '结尾的组织形式用语反复去掉，不止一个',
    'Ending legal-form words are removed again and again, not one alone',
  ),
  found(77, ['INC INC', 'INC'], '不会把名称删空：至少留一个词', 'A name is never emptied: one word stays'),
  found(
    79,
    ['Café Olé, Inc.', 'Cafe Ole Inc'],
    '先把字母与附加符号分开，再去掉符号，字母保留',
    'The accent is parted from its letter and removed; the letter stays',
  ),
  found(81, ["O'Connor's Ltd", 'OConnors Limited'], '撇号不计', 'Apostrophes do not count'),
  found(
    85,
    ['0936380 B.C. LTD.', '0936380 BC LTD'],
    '句点不计，不分隔单词',
    'Full stops do not count and do not separate words',
  ),
  found(
    91,
    ['WAINBEE LIMITED', 'WAINBEE LIMITEE'],
    'LIMITEE 与 LIMITED 都是组织形式用语',
    'LIMITEE and LIMITED are both legal-form words',
  ),
  notFound(
    93,
    ['PUP CULTURE DOGGY DAYCARE INC.', 'PUP CULTURE'],
    '整个名称须相同；前半截只作近似提示',
    'The whole name must be equal; a beginning is shown as a near match',
  ),
  notFound(
    97,
    ['LINCOLN HOMES LTD', 'LINC STEEL LTD'],
    'LTD 只在结尾删去：LINCOLN 与 LINC 不会相同',
    'Forms are removed at the end only: LINCOLN and LINC never meet',
  ),
  notFound(
    99,
    ['THEODORE FARMS LTD', 'ODORE FARMS LTD'],
    'the 只按整词删去：THEODORE 不变成 ODORE',
    'The is removed as a word only: THEODORE never becomes ODORE',
  ),
  found(
    105,
    ['Cézanne Émile SARL', 'Cezanne Emile SARL'],
    '拉丁字母的附加符号不计，有无都能登记和查得',
    'Accents on Latin letters do not count: with or without them a name is taken and found',
  ),
]

type Pair = readonly [registered: string, searched: string]

function found(number: number, [registered, searched]: Pair, zh: string, en: string): PublishedCase {
  return { number, registered, searched, found: true, why: text(zh, en) }
}

function notFound(number: number, [registered, searched]: Pair, zh: string, en: string): PublishedCase {
  return { number, registered, searched, found: false, why: text(zh, en) }
}
