import { type Text, text } from '../platform/text.ts'
import { thousands, writtenMomentInBrackets } from '../platform/written-form.ts'
import { type BulkSearch, doneOf, isOver } from './bulk-search.ts'

/** What pages say of lists that are searched. Pure. */

/** How far a list has come, or what came of it, in one sentence. */
export function bulkSentence(search: BulkSearch): Text {
  const { total, found, nothingFound, refused, asOf, state } = search
  const counts = text(
    `${thousands(found)} 行查得登记，${thousands(nothingFound)} 行没有查得，${thousands(refused)} 行不能查询`,
    `${thousands(found)} found, ${thousands(nothingFound)} nothing found, ${thousands(refused)} refused`,
  )
  if (state === 'waiting') {
    return text(`共 ${thousands(total)} 行，等待查询。`, `${lines(total)}, waiting to be searched.`)
  }
  const moment = asOf && writtenMomentInBrackets(asOf.time)
  const at = moment
    ? text(
        `截至第 ${thousands(asOf.sequence)} 号登记（${moment.zh}），`,
        `As of filing ${thousands(asOf.sequence)} (${moment.en}): `,
      )
    : text('', '')
  const done = doneOf(search)
  const part =
    done === total
      ? text(`共 ${thousands(total)} 行：`, `of ${lines(total)}, `)
      : text(
          `${isOver(state) ? '只查了' : '已查'} ${thousands(done)} 行（共 ${thousands(total)} 行）：`,
          `${isOver(state) ? 'only ' : ''}${thousands(done)} of ${lines(total)} done, `,
        )
  return text(`${at.zh}${part.zh}${counts.zh}。`, `${at.en}${part.en}${counts.en}.`)
}

function lines(count: number): string {
  return `${thousands(count)} ${count === 1 ? 'line' : 'lines'}`
}

/** A list that stopped before its end is no answer for the lines that are left, and says so. */
export function unfinishedNote(search: BulkSearch): Text | undefined {
  if (!isOver(search.state) || doneOf(search) === search.total) return undefined
  const left = thousands(search.total - doneOf(search))
  return text(
    `还有 ${left} 行没有查询，它们没有任何结果：不是“没有查得”。`,
    `${left} ${left === '1' ? 'line was' : 'lines were'} not searched and have no result: that is not “nothing found”.`,
  )
}

/** @param days that a list is kept after its end */
export function oneMomentNote(days: number): Text {
  return text(
    `每一行都是一次正式查询，有自己的查询编号，可以取查询证明；各行截至同一时点。清单保存 ${days} 天，各次查询的记录照常保存。`,
    `Each line is a certified search with its own number and certificate; all lines are as of one moment. The list is kept for ${days} days; the searches themselves are kept as every search is.`,
  )
}

/** How the call to the caller's address stands. */
export function callbackWords({ state, tries, lastFailure }: NonNullable<BulkSearch['callback']>): Text {
  switch (state) {
    case 'not_due':
      return text('查完后通知', 'Called at the end')
    case 'delivered':
      return text('已经通知', 'Called, and answered')
    case 'given_up':
      return text(
        `一天内没有送到：${failureWords(lastFailure).zh}`,
        `Not reached in a day: ${failureWords(lastFailure).en}`,
      )
    case 'waiting': {
      if (tries === 0) return text('即将通知', 'About to be called')
      const why = failureWords(lastFailure)
      return text(
        `试了 ${tries} 次，将再试：${why.zh}`,
        `Tried ${tries} ${tries === 1 ? 'time' : 'times'}, to be tried again: ${why.en}`,
      )
    }
  }
}

function failureWords(failure: string | null): Text {
  const status = /^status_(\d+)$/.exec(failure ?? '')?.[1]
  if (status) return text(`对方答复 ${status}`, `it answered ${status}`)
  return failures[failure ?? ''] ?? text('尚无结果', 'no outcome yet')
}

const failures: Readonly<Record<string, Text>> = {
  address_not_allowed: text(
    '域名指向内网、本机或者保留的地址',
    'its name leads to a private, local or reserved address',
  ),
  name_not_found: text('查不到域名', 'its name was not found'),
  connection_failed: text('连接不上', 'no connection'),
  certificate_not_trusted: text('对方的 TLS 证书不可信', 'its TLS certificate is not trusted'),
  timed_out: text('十秒内没有答复', 'no answer within ten seconds'),
}
