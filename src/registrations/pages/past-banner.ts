import { type Html, html } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import type { Language } from '../../platform/text.ts'
import { thousands, writtenMomentInBrackets } from '../../platform/written-form.ts'

/** Above a registration as it stood once: nobody takes it for the present. */
export function pastBanner(
  { registrationNumber, asOf }: { registrationNumber: string; asOf: { sequence: number; time: string } },
  language: Language,
): Html {
  const say = speaker(language)
  const [sequence, moment] = [thousands(asOf.sequence), writtenMomentInBrackets(asOf.time)]
  return html`<div class="alarm"><p class="govuk-body"><strong>${say(`这是第 ${sequence} 号登记时的状况，不是现状。`, `This is how it stood at filing ${sequence}, not how it stands now.`)}</strong>
${say(`时点：${moment.zh}。其后的登记没有计入。`, `The moment is ${moment.en}; nothing filed later is counted.`)}</p>
<p class="govuk-body"><a class="govuk-link" href="/registrations/${registrationNumber}">${say('查看现状', 'See how it stands now')}</a></p></div>`
}
