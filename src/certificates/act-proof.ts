import { type Text, text } from '../platform/text.ts'
import { groupsOfFour, thousands, writtenDate, writtenExactMoment } from '../platform/written-form.ts'
import type { ActFacts, CorrectionFacts, ReinstatementFacts, RevocationFacts } from './act-facts.ts'
import { changesOf } from './change-statements.ts'

/** What the first lines of an act's certificate say: what it proves, and as of when. Pure. */
export function actProof(facts: ActFacts): { proves: Text; asOf: Text } {
  return { proves: whatItProves(facts), asOf: asOf(facts) }
}

function whatItProves(facts: ActFacts): Text {
  const number = groupsOfFour(facts.registrationNumber)
  const filed = writtenExactMoment(facts.filedAt)
  switch (facts.filingKind) {
    case 'renewal': {
      const until = writtenDate(facts.expiresOn)
      const added = months(facts.content.additionalMonths)
      return text(
        `本证明证实：编号 ${number} 的登记，已于${filed.zh}办理展期登记，期限增加 ${added.zh}，登记到期日为${until.zh}。`,
        `It proves that, at ${filed.en}, registration ${number} was renewed by ${added.en}, with ${until.en} as its ` +
          'expiry date.',
      )
    }
    case 'amendment': {
      const count = thousands(facts.content.changes.length)
      return text(
        `本证明证实：编号 ${number} 的登记，已于${filed.zh}办理变更登记，变更事项共 ${count} 项，列明如下。`,
        `It proves that, at ${filed.en}, registration ${number} was amended; the ` +
          `${count === '1' ? 'change is' : `${count} changes are`} stated below.`,
      )
    }
    case 'discharge':
      return text(
        `本证明证实：编号 ${number} 的登记，已于${filed.zh}办理注销登记，自该时起终止。`,
        `It proves that, at ${filed.en}, registration ${number} was discharged; it ended at that time.`,
      )
    case 'objection': {
      const objector = facts.objection.objector.name
      return text(
        `本证明证实：${objector}已于${filed.zh}对编号 ${number} 的登记办理异议登记（办法第十八条），异议内容列明如下。该登记继续在效。`,
        `It proves that, at ${filed.en}, ${objector} entered an objection to registration ${number} (art. 18 of the ` +
          'Measures), stated below. The registration stays in effect.',
      )
    }
    case 'objection_withdrawal': {
      const objection = groupsOfFour(facts.objection.filingNumber)
      return text(
        `本证明证实：编号 ${number} 的登记所载、编号 ${objection} 的异议，已于${filed.zh}由异议人撤回，自该时起终止（办法第十八条）。`,
        `It proves that, at ${filed.en}, objection ${objection} to registration ${number} was withdrawn by its ` +
          'objector (art. 18 of the Measures); it ended at that time.',
      )
    }
    case 'case_acceptance': {
      const objection = groupsOfFour(facts.objection.filingNumber)
      return text(
        `本证明证实：就编号 ${number} 的登记所载、编号 ${objection} 的异议，异议人已于${filed.zh}提交案件受理通知（办法第二十条），该异议继续记载。`,
        `It proves that, at ${filed.en}, the notice of case acceptance was filed for objection ${objection} to ` +
          `registration ${number} (art. 20 of the Measures); the objection stays on the register.`,
      )
    }
    case 'objection_lapse': {
      const objection = groupsOfFour(facts.objection.filingNumber)
      return text(
        `本证明证实：编号 ${number} 的登记所载、编号 ${objection} 的异议，因逾期未提交案件受理通知，已于${filed.zh}由登记机构撤销（办法第二十条），自该时起终止。`,
        `It proves that, at ${filed.en}, objection ${objection} to registration ${number} was ended by the register, ` +
          'because no notice of case acceptance came in time (art. 20 of the Measures).',
      )
    }
    case 'revocation':
      return revoked(facts, number, filed)
    case 'correction':
      return corrected(facts, number, filed)
    case 'reinstatement':
      return reinstated(facts, number, filed)
  }
}

function revoked(facts: RevocationFacts, number: string, filed: Text): Text {
  const { document } = facts.content
  const on = text(
    `依据${document.issuer}${/^\w/.test(document.number) ? ' ' : ''}${document.number}`,
    `on ${document.number} of ${document.issuer}`,
  )
  switch (facts.content.scope) {
    case 'registration':
      return text(
        `本证明证实：登记机构${on.zh}，已于${filed.zh}撤销编号 ${number} 的登记（办法第二十一条），自该时起终止。`,
        `It proves that, at ${filed.en}, ${on.en}, the register revoked registration ${number} (art. 21 of the ` +
          'Measures); it ended at that time.',
      )
    case 'part': {
      const count = thousands(changesOf(facts).length)
      return text(
        `本证明证实：登记机构${on.zh}，已于${filed.zh}撤销编号 ${number} 的登记的一部分（办法第二十一条），共 ${count} 项，列明如下；其余部分继续在效。`,
        `It proves that, at ${filed.en}, ${on.en}, the register revoked a part of registration ${number} (art. 21 of ` +
          'the Measures), stated below; the rest stays in effect.',
      )
    }
    case 'objection': {
      const objection = groupsOfFour(facts.content.objection)
      return text(
        `本证明证实：登记机构${on.zh}，已于${filed.zh}撤销编号 ${number} 的登记所载、编号 ${objection} 的异议（办法第二十一条），自该时起终止。`,
        `It proves that, at ${filed.en}, ${on.en}, the register revoked objection ${objection} to registration ` +
          `${number} (art. 21 of the Measures); the objection ended at that time.`,
      )
    }
  }
}

function corrected({ content }: CorrectionFacts, number: string, filed: Text): Text {
  const count = thousands(content.changes.length)
  return text(
    `本证明证实：登记机构因自身差错，已于${filed.zh}对编号 ${number} 的登记作出更正，更正事项共 ${count} 项，列明如下。`,
    `It proves that, at ${filed.en}, the register put its own error on registration ${number} right; the ` +
      `${count === '1' ? 'correction is' : `${count} corrections are`} stated below.`,
  )
}

function reinstated({ gap }: ReinstatementFacts, number: string, filed: Text): Text {
  const began = writtenExactMoment(gap.from.filedAt)
  const why = gap.status === 'revoked' ? text('被撤销', 'revoked') : text('被注销', 'discharged')
  return text(
    `本证明证实：编号 ${number} 的登记曾于${began.zh}${why.zh}，已于${filed.zh}由登记机构恢复，自该时起重新在效。登记机构不保证其顺位。`,
    `It proves that registration ${number}, which was ${why.en} at ${began.en}, was reinstated by the register at ` +
      `${filed.en} and has been in effect again since. The register promises no rank for it.`,
  )
}

/** Nothing but what the registrar puts right can follow on what has ended. */
function asOf(facts: ActFacts): Text {
  const sequence = thousands(facts.sequence)
  const { status } = facts.standing
  if (status === 'discharged' || status === 'revoked') {
    const act = status === 'revoked' ? text('撤销登记', 'revocation') : text('注销登记', 'discharge')
    return text(
      `所载为该次${act.zh}完成时的状况，登记序号 ${sequence}；此后登记机构所作的更正、恢复登记不在其内。`,
      `It states the registration right after the ${act.en}, at sequence ${sequence}; later corrections or ` +
        'reinstatements by the registrar are not in it.',
    )
  }
  return text(
    `所载为该次登记完成时的状况，登记序号 ${sequence}；此后的变更、展期、异议、更正、注销或者撤销不在其内，须另行查询。`,
    `It states the registration right after this filing, at sequence ${sequence}; later amendments, renewals, ` +
      'objections, corrections, discharges or revocations are not in it: search the register for them.',
  )
}

function months(count: number): Text {
  return text(`${count} 个月`, count === 1 ? '1 month' : `${count} months`)
}
