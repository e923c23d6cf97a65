import type { FastifyInstance } from 'fastify'
import { accountRoutes } from './accounts/account-routes.ts'
import { signInPages } from './accounts/pages/sign-in-page.ts'
import { attachmentRoutes } from './attachments/attachment-routes.ts'
import { batchPages } from './batches/pages/batch-pages.ts'
import { bulkRoutes } from './bulk-filing/bulk-routes.ts'
import { bulkSearchRoutes } from './bulk-searches/bulk-search-routes.ts'
import { bulkFormPages } from './bulk-searches/pages/bulk-form-page.ts'
import { bulkSearchPages } from './bulk-searches/pages/bulk-search-page.ts'
import { certificatePartsPages } from './certificate-parts/pages/parts-page.ts'
import { searchCertificateRoutes } from './certificate-parts/part-routes.ts'
import { certificateRoutes } from './certificates/certificate-routes.ts'
import { overlapCertificateRoutes } from './certificates/overlap-certificate-routes.ts'
import { verifyPages } from './certificates/pages/verify-page.ts'
import { collateralSearchRoutes } from './collateral-texts/collateral-search-routes.ts'
import { collateralSearchPages } from './collateral-texts/pages/collateral-search-page.ts'
import { decisionRoutes } from './decisions/decision-routes.ts'
import { registrarPages } from './decisions/pages/registrar-pages.ts'
import type { Deps } from './deps.ts'
import { draftsPages } from './drafts/pages/drafts-page.ts'
import { healthRoutes } from './health-routes.ts'
import { homePages } from './home-page.ts'
import { codeRoutes } from './modification-codes/code-routes.ts'
import { codePages } from './modification-codes/pages/code-pages.ts'
import { noticeRoutes } from './notices/notice-routes.ts'
import { noticesPages } from './notices/pages/notices-page.ts'
import { demandRoutes } from './objections/demand-routes.ts'
import { objectionRoutes } from './objections/objection-routes.ts'
import { objectionPages } from './objections/pages/objection-pages.ts'
import { overlapRoutes } from './overlap-checks/overlap-routes.ts'
import { overlapFormPages } from './overlap-checks/pages/overlap-form-page.ts'
import { overlapReportPages } from './overlap-checks/pages/overlap-report-page.ts'
import { ownRegistrationsRoutes } from './own-registrations/list-routes.ts'
import { ownRegistrationsPages } from './own-registrations/pages/own-registrations-page.ts'
import { historyRoutes } from './own-searches/history-routes.ts'
import { ownSearchesPages } from './own-searches/pages/own-searches-page.ts'
import { problemPages } from './problem-pages.ts'
import { actPages } from './registrations/act-pages/act-pages.ts'
import { actRoutes } from './registrations/act-routes.ts'
import { filedAttachmentRoutes } from './registrations/filed-attachment-routes.ts'
import { filePages } from './registrations/pages/file-pages.ts'
import { registrationPages } from './registrations/pages/registration-page.ts'
import { whichCameFirstPages } from './registrations/pages/which-came-first-page.ts'
import { preFilingRoutes } from './registrations/pre-filing-routes.ts'
import { registrationRoutes } from './registrations/registration-routes.ts'
import { whichCameFirstRoutes } from './registrations/which-came-first-routes.ts'
import { archivePages } from './retention/pages/archive-page.ts'
import { retentionRoutes } from './retention/retention-routes.ts'
import { nearMatchRoutes } from './search/near-match-routes.ts'
import { searchPages } from './search/pages/search-page.ts'
import { searchRoutes } from './search/search-routes.ts'
import { searchLogicRoutes } from './search-logic/logic-routes.ts'
import { compareNamesPages } from './search-logic/pages/compare-page.ts'
import { searchLogicPages } from './search-logic/pages/logic-page.ts'
import { searchRecordsPages } from './search-records/pages/search-records-page.ts'
import { searchesAboutMePages } from './search-records/pages/searches-about-me-page.ts'
import { searchRecordRoutes } from './search-records/search-record-routes.ts'
import { searchesAboutMeRoutes } from './search-records/searches-about-me-routes.ts'
import { differenceRoutes } from './search-results/difference-routes.ts'
import { matchExportRoutes } from './search-results/match-export-routes.ts'
import { searchResultPages } from './search-results/pages/result-page.ts'
import { logRoutes } from './transparency-log/log-routes.ts'

/** Every route of the register, in one list. */
export const routes: readonly ((app: FastifyInstance, deps: Deps) => void)[] = [
  healthRoutes,
  accountRoutes,
  attachmentRoutes,
  registrationRoutes,
  preFilingRoutes,
  ownRegistrationsRoutes,
  whichCameFirstRoutes,
  actRoutes,
  objectionRoutes,
  demandRoutes,
  bulkRoutes,
  decisionRoutes,
  codeRoutes,
  filedAttachmentRoutes,
  retentionRoutes,
  searchRoutes,
  bulkSearchRoutes,
  matchExportRoutes,
  differenceRoutes,
  historyRoutes,
  searchLogicRoutes,
  collateralSearchRoutes,
  nearMatchRoutes,
  overlapRoutes,
  searchesAboutMeRoutes,
  searchRecordRoutes,
  certificateRoutes,
  overlapCertificateRoutes,
  searchCertificateRoutes,
  logRoutes,
  noticeRoutes,
  homePages,
  problemPages,
  signInPages,
  searchPages,
  bulkFormPages,
  bulkSearchPages,
  searchResultPages,
  certificatePartsPages,
  ownSearchesPages,
  searchLogicPages,
  compareNamesPages,
  collateralSearchPages,
  overlapFormPages,
  overlapReportPages,
  searchesAboutMePages,
  searchRecordsPages,
  filePages,
  registrationPages,
  whichCameFirstPages,
  actPages,
  ownRegistrationsPages,
  batchPages,
  objectionPages,
  registrarPages,
  codePages,
  draftsPages,
  noticesPages,
  archivePages,
  verifyPages,
]
