import { type SearchLogic, searchLogic1 } from '../../src/search/search-logics.ts'

/**
 * A second search logic for tests, which the program does not have: logic 1, and then every bracket goes and 有限责任公司
 * counts as 有限公司. So names meet under it that are two under logic 1.
 */
export const searchLogic2: SearchLogic = {
  version: '2',
  organizationKey: (name) => {
    const key = searchLogic1.organizationKey(name)
    return key.replace(/[()]/g, '').replace('有限责任公司', '有限公司') || key
  },
}

export const bothLogics: readonly SearchLogic[] = [searchLogic1, searchLogic2]
