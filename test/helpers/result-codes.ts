import ts from 'typescript'
import { listRefusalCodes } from '../../src/platform/lists/list-refusals.ts'
import { problems } from '../../src/platform/problem.ts'
import { filesBelow, parsed } from './source-files.ts'

/**
 * The codes that callers of the register can meet: every problem, and every code of a refusal, wherever it is written.
 * Refusals are `{ code: '…', message … }` and `refusal('…', …)`, and of lists one table.
 */
export function resultCodes(): { problems: string[]; refusals: string[] } {
  const found = new Set<string>(listRefusalCodes)
  for (const path of filesBelow('src', /(?<!\.d)\.ts$/)) {
    if (path === 'src/platform/problem.ts') continue
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && node.expression.getText() === 'refusal') addLiteral(node.arguments[0], found)
      if (ts.isObjectLiteralExpression(node)) addLiteral(codeOfRefusal(node), found)
      ts.forEachChild(node, visit)
    }
    visit(parsed(path))
  }
  return { problems: Object.keys(problems), refusals: [...found].sort() }
}

/** The code of an object that is a refusal: it says more than its code, unlike what only looks one up. */
function codeOfRefusal(node: ts.ObjectLiteralExpression): ts.Expression | undefined {
  const named = (name: string) => node.properties.find((each) => each.name?.getText() === name)
  const code = named('code')
  return named('message') && code && ts.isPropertyAssignment(code) ? code.initializer : undefined
}

function addLiteral(node: ts.Node | undefined, found: Set<string>): void {
  if (node && ts.isStringLiteral(node)) found.add(node.text)
  else if (node && ts.isConditionalExpression(node)) {
    addLiteral(node.whenTrue, found)
    addLiteral(node.whenFalse, found)
  }
}
