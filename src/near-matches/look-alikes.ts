/*
 * Which characters are taken for one another. The tables are part of docs/reference/near-matches.md; they decide
 * how near two names are and what is said of it, never what a certified search finds. Pure.
 */

/** Characters that look alike, in print or by hand: each group stands for all its pairs. */
const LOOK_ALIKE_GROUPS = `
己已巳 未末 日曰目 土士 干千于 人入八 大太犬丈 天夭夫无 田由甲申 戊戌戍戎 刀力刁 儿几九 午牛 爪瓜
王玉主五 木本术 贝见 令今 折拆析 泰秦奏 恒桓垣 晴睛清情 辨辩辫瓣 崇祟 侯候 竞竟 拔拨 扬杨汤场 冶治
没设 兔免 乌鸟岛 代伐 历厉 师帅 幻幼 风凤 冈岗纲刚钢 茶荼 洒酒 宇字 延廷 沐沭 徽微 赢嬴羸
戴载裁栽 炙灸 亨享 管菅 汨汩 钧钓 铁轶 陕狭峡 券卷 遗遣 旦且 尤龙 圆园 哀衰衷 博搏膊 傅缚 材村
枝技 板扳 厂广 了丁 公么 勾匀勺 仓仑 仁仕 乏之 户尸 引弓 平乎 矢失 乍作 鸣呜 弘弛 西酉 百白
达迭 咸成 早旱 因困 迁过 侍待 伟纬 伦论 任仕 自白 血皿 名各 色邑 压庄 充允 并开 米末 州洲 江汪
驰弛 阳阴 约钓 级极 纪记 圳川 坑抗 李季 束柬 两雨 辰晨 连莲 坚竖 员贝 利私 近进 彻砌 希布 冷泠
幸辛 汪注 沙砂 宏宠 良艮 补朴 织职 词祠 妙纱砂 邵绍昭 纯钝 驱躯 拓柘 坦担但 坤坪 茂戊 苹萍 茅矛
枫讽 构沟 奇寄 轩轮 转传 贤肾 味未 果杲 典曲 岸岩 岭冷 凯剀 制刹 佳隹 金全 朋明 京亨 庙庆 底低
育盲 炎淡 河何 油由 泊伯柏 坡波玻 泽择 官宫 穴空 郎朗 孟盂 函涵 线浅 练炼 驻住注 经径 春舂 珍诊
玲铃 诚城 荣莹 标栋 柳聊 轴抽 省眉 显昱 昭照 界介 峡狭 钟种 香秀 料科 段殷 盾循 食良 脉泳 狮师
饶绕烧 将浆 亲新 施旋 阁阅 述迷 宣宜 客容 祖租 神伸 退腿 险俭检捡 院阮 姚桃 贺驾 结洁 络洛 统充
珠株 班斑 素索 顽顾 部都 换唤 获荻 莱菜 真直 栗粟 贾贸 原源 逐遂 烈列 致至 紫柴 晓饶 晶昌
峰锋蜂 铅船 积织 称秤 秘密 航杭 途涂 豹貌 浙淅 涛铸 浦铺 海梅 流硫 润闰 浪狼 冢家 宾兵 诸储
读渎 详祥 陵凌 陶淘 理埋 域城 培陪 堆推 著着 菱凌 宴晏 彬杉 辅铺 虚虎 常堂 悬县 墅野 唯维惟
崔催 符府 第弟 偶遇 停亭 盘盆 彩采 象像 唐康 章童 旋族 卒率 鸿鹏 准淮 渔鱼 深探 粱梁 谋媒 随隋
隆降 续读 录绿 综棕 琴琵 彭膨 期斯 葡蒲 森林 棉绵 植值 惠慧 硬便 雁鹰 稚雅 赏尝 量重 影景 跑泡
销锁 锐税 筹筑 筒简 衔街 腾滕 猴候 遵尊 曾增 港巷 湖胡 渡度 福富幅辐副 缓暖 编偏 蓝篮 幕墓暮慕
蓬篷 楚焚 概慨 辑缉 输愉 虞娱 遗置 罗萝 锡锦 键健 触独 慈兹 满螨 碧壁璧 墙樯 境镜 磁滋 旗棋
漫慢 漂飘 寨塞赛 蜜密 隧遂 瑾谨 璃漓 横黄 樱婴 橡像 醇淳 墨黑 镇填 稻蹈 膝漆 塾熟 摩磨 潜替
澳奥 慰尉 操燥 薄簿 橙澄 辙撤 赞攒 糖塘 激缴 避壁 瞻檐 覆履 麟磷 鑫森
`

/** One letter or digit for another, in numbers and in names. The first of each group is how the number is looked up. */
const CODE_LOOK_ALIKES = ['0OQ', '1IL', '2Z', '5S', '6G', '8B'] as const

/** Digits of each system that stand for the same number. */
const NUMERALS = ['0〇零', '1一壹', '2二贰两', '3三叁', '4四肆', '5五伍', '6六陆', '7七柒', '8八捌', '9九玖']

const lookAlikes = pairsOf([...LOOK_ALIKE_GROUPS.trim().split(/\s+/), ...CODE_LOOK_ALIKES.map((g) => g.toLowerCase())])
const numerals = pairsOf(NUMERALS)
const codeFold = new Map(CODE_LOOK_ALIKES.flatMap((group) => [...group].map((each) => [each, group[0]!] as const)))

/** Whether two folded characters are taken for one another by eye. */
export function looksAlike(a: string, b: string): boolean {
  return lookAlikes.has(a + b)
}

/** Whether two folded characters are the same number. */
export function isSameNumeral(a: string, b: string): boolean {
  return numerals.has(a + b)
}

/** An asset identifier's key with each group of look-alike letters and digits as one character: O0 5S → 00 55. */
export function foldAssetKey(key: string): string {
  return Array.from(key, (each) => codeFold.get(each) ?? each).join('')
}

function pairsOf(groups: readonly string[]): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const group of groups) for (const a of group) for (const b of group) if (a !== b) pairs.add(a + b)
  return pairs
}
