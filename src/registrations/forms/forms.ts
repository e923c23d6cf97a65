import { chattelMortgage } from './chattel-mortgage.ts'
import type { Form } from './define-form.ts'
import { documentPledge } from './document-pledge.ts'
import { factoring } from './factoring.ts'
import { financeLease } from './finance-lease.ts'
import { other } from './other.ts'
import { receivablesPledge } from './receivables-pledge.ts'
import { retentionOfTitle } from './retention-of-title.ts'

/** All security types that can be registered here, in the order of the Measures, art. 2. This is the one list. */
export const forms: readonly Form[] = [
  chattelMortgage,
  receivablesPledge,
  documentPledge,
  financeLease,
  factoring,
  retentionOfTitle,
  other,
]

/** The form of a security type; undefined for an excluded or unknown one (see excluded-assets.ts for the excluded). */
export function formOf(securityType: string): Form | undefined {
  return bySecurityType.get(securityType)
}

const bySecurityType = new Map(forms.map((form) => [form.securityType, form]))

export { type ExcludedAsset, excludedAssetOf, excludedAssets } from './excluded-assets.ts'
