import { text } from '../platform/text.ts'

/** The words of each kind of batch. Pure. */
export const batchWords = {
  renewal: {
    title: text('批量展期', 'Renew several registrations'),
    ask: text('展期多久', 'For how long'),
    will: text('展期后的登记到期日', 'Expiry date after renewal'),
    verb: text('提交展期', 'Submit the renewals'),
    done: text('已展期', 'Renewed'),
  },
  discharge: {
    title: text('批量注销', 'Discharge several registrations'),
    ask: text('为什么注销', 'Why'),
    will: text('办理结果', 'What happens'),
    verb: text('注销这些登记', 'Discharge these registrations'),
    done: text('已注销', 'Discharged'),
  },
} as const
