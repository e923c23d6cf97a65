import { type Html, html } from '../../platform/html.ts'
import { inLanguage, type Language, type Text, text } from '../../platform/text.ts'
import { filingKindLabels } from '../../registrations/registration-wording.ts'
import type { Decision, DecisionKind, DecisionStatus } from '../decision.ts'

export const decisionStatusLabels: Readonly<Record<DecisionStatus, Text>> = {
  proposed: text('待核准', 'Waiting for the second person'),
  approved: text('已核准，尚未登记', 'Approved, not filed yet'),
  carried_out: text('已登记', 'Filed'),
  rejected: text('已否决', 'Rejected'),
  over: text('逾期未核准', 'Over: nobody approved in time'),
}

const scopeLabels: Readonly<Record<string, Text>> = {
  registration: text('撤销整项登记', 'Revocation of the whole registration'),
  part: text('撤销登记的一部分', 'Revocation of a part'),
  objection: text('撤销异议', 'Revocation of an objection'),
}

/** What is decided, in a few words. */
export function decisionLabel({ kind, content }: Pick<Decision, 'kind' | 'content'>): Text {
  const scope = kind === 'revocation' ? scopeLabels[String(content.scope)] : undefined
  return scope ?? kindLabel(kind)
}

/** What a destruction comes to: it makes no filing. */
export const destructionLabels: Readonly<Record<DecisionStatus, Text>> = {
  ...decisionStatusLabels,
  proposed: text('待核准', 'Waiting for two registrars'),
  approved: text('已核准，尚未销毁', 'Approved, not destroyed yet'),
  carried_out: text('已销毁', 'Destroyed'),
}

export function decisionWord(status: DecisionStatus, language: Language, labels = decisionStatusLabels): Html {
  const colour = status === 'carried_out' ? ' state--in-effect' : status === 'proposed' ? '' : ' state--ended'
  return html`<span class="state${colour}">${inLanguage(labels[status], language)}</span>`
}

function kindLabel(kind: DecisionKind): Text {
  if (kind === 'destruction') return text('销毁登记内容', 'Destruction of a registration’s content')
  return kind === 'search_destruction' ? text('销毁查询记录', 'Destruction of search records') : filingKindLabels[kind]
}
