import { type Text, text } from '../platform/text.ts'

/*
 * Search logic 1 in plain words, as the page and the API publish it. docs/reference/search-logic.md says the same at
 * greater length; a test holds that both name every step.
 */

export const introduction = text(
  '登记名称和查询名称各自按同样的步骤化为“查询键”。两个键完全相同，才是查询的结果：没有阈值，没有排序，没有人工判断。',
  'The registered name and the searched name are each turned into a search key by the same steps. Equal keys are the answer to a search and nothing else is: no threshold, no ranking, no judgement.',
)

/** What is asked of a name before the first step. */
export const firstOfAll = text(
  '不合格的 Unicode 文本和含未分配编码的名称，拒绝，不猜测。化到最后什么都不剩的名称（只有空白、标点或者看不见的字符）也拒绝。',
  'Text that is not well-formed Unicode, or that holds an unassigned code point, is refused and not guessed at. So is a name of which nothing is left (only blanks, punctuation or invisible characters).',
)

export const wayTitles = {
  everyName: text('所有名称', 'Every name'),
  nameWithHan: text('然后，含汉字的名称', 'Then, names with any Han character'),
  nameWithoutHan: text('然后，不含汉字的名称', 'Then, names without Han characters'),
} as const

/** What each step does, by its name in the logic. */
export const stepExplanations: Readonly<Record<string, Text>> = {
  forms: text(
    '全角与半角、连字、部首、圈码、合体字各归其本字（NFKC）：Ａ 化为 A，⼯ 化为 工，Ⅱ 化为 II，㈱ 化为 (株)。',
    'Width, ligatures, radicals, circled and squared characters become the plain ones (NFKC): Ａ becomes A, ⼯ becomes 工, Ⅱ becomes II, ㈱ becomes (株).',
  ),
  invisible: text(
    '零宽空格、软连字符、字节序标记、异体选择符、方向控制符等在纸上不留痕迹的字符，去掉。',
    'What leaves no mark on paper goes: zero-width spaces, soft hyphens, byte order marks, variation selectors, direction controls and their like.',
  ),
  case: text(
    '大写、小写不分（Unicode 全折叠）：ß 与 ss 相同，ς 与 σ 相同。',
    'Capitals and small letters are the same (full case folding): ß is ss, ς is σ.',
  ),
  brackets: text(
    '（）【】〔〕［］｛｝〈〉《》等各种括号都视为 ( )。「」『』是引号，不是括号。',
    '（）【】〔〕［］｛｝〈〉《》 and all other brackets count as ( ). 「」『』 are quotation marks.',
  ),
  middle_dots: text(
    '· • ・ ‧ ∙ ⋅ 等各种间隔号都视为 ·，但不去掉。',
    '· • ・ ‧ ∙ ⋅ and their kin count as ·, and stay.',
  ),
  dashes: text(
    '- － – — ― − 等各种连接号和破折号都视为 -，一个对一个。长音符 ー、汉字 一、浪纹 ～ 不在此列。',
    '- － – — ― − and their kin count as -, one for one. The long-vowel mark ー, the character 一 and the wave ～ are no dashes.',
  ),
  circles: text(
    '圆圈 ○ 视为汉字 〇。数字 0、字母 O、汉字 零 与它不同。',
    'The circle ○ counts as the Han character 〇. The digit 0, the letter O and 零 are others.',
  ),
  ignored_beside_han: text(
    '空白、各种引号和 , . ; : 去掉，此外一概不动：有限公司与有限责任公司是两个名称，有无括号是两个名称，繁体、异体、形近字是另外的名称。',
    'White space, quotation marks and , . ; : go, and nothing more: 有限公司 and 有限责任公司 make two names, so do brackets and no brackets, and traditional, variant and look-alike characters.',
  ),
  accents: text(
    '拉丁字母的附加符号去掉：é 化为 e。假名、谚文、希腊文、西里尔文等的符号是字的一部分，保留；ł、ø、æ 是独立的字母，保留。',
    'Accents on Latin letters go: é becomes e. On kana, Hangul, Greek, Cyrillic and other letters marks are part of the letter and stay; ł, ø, æ are letters of their own.',
  ),
  ampersand: text('& 读作单词 and。', 'The sign & is read as the word and.'),
  apostrophes_and_full_stops: text(
    '撇号和句点去掉，不分词：O’Connor 化为 oconnor，B.C. 化为 bc。',
    'Apostrophes and full stops go without parting words: O’Connor becomes oconnor, B.C. becomes bc.',
  ),
  words: text(
    '其他标点都是词界：Co.,Ltd. 是两个词，Co.Ltd. 是一个词。+ $ ® 等符号不是标点，保留。',
    'All other punctuation separates words: Co.,Ltd. is two words, Co.Ltd. is one. Symbols such as + $ ® are no punctuation and stay.',
  ),
  noise_words: text(
    '开头的 the 和结尾的组织形式用语（见下表）按整词去掉，反复去，但至少留一个词。',
    'A leading the and ending legal-form words (listed below) go, whole words only, again and again, but one word always stays.',
  ),
  white_space: text(
    '最后去掉空白：单词连写、分写相同。',
    'Last, white space goes: words written together or apart are the same.',
  ),
}

export const numberRules: readonly Text[] = [
  text(
    '统一字形，字母大写，去掉空白、各种连接号和看不见的字符；点和斜线保留。',
    'Forms are unified and letters made capitals; white space, dashes of every kind and invisible characters go. Dots and slashes stay.',
  ),
  text(
    '15 位居民身份证号码化为 18 位：加世纪 19，计算校验码（GB 11643）。',
    'A 15-digit resident number becomes its 18-digit form: century 19, computed check character (GB 11643).',
  ),
  text(
    '证件或代码的类型是键的一部分；护照和境外注册号还加国家或者地区。类型或者国家不同的号码，键也不同。',
    'The kind of number is part of its key; for passports and foreign registration numbers the country or region is too. Numbers of other kinds or countries have other keys.',
  ),
  text(
    '统一社会信用代码与其第 9 至 17 位的组织机构代码各自成键，互不代查。',
    'A unified social credit code and the organisation code inside it (characters 9 to 17) have keys of their own; the one is not searched by the other.',
  ),
  text(
    '财产编号（序列号、车架号、发票、仓单、合同号）只作第一项处理，O 与 0、S 与 5 不折算。',
    'Asset identifiers (serial number, VIN, invoice, warehouse receipt, contract) get the first rule only; O and 0, S and 5 stay apart.',
  ),
]

/** How what is published here can change. */
export const ofVersions = text(
  '一个版本一经使用不再修改；要改就另立新版本，新旧两种键并存，全部登记都有了新键，查询才按新版本作答。每次查询和每份查询证明都载明所用的版本，永不改变。',
  'A version is never edited once it is in use. A change is a new version: both keys are kept, and searches answer by the new one only when every registration has its key. Every search and its certificate state the version that they were made by, for good.',
)
