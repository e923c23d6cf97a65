import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, resolve } from 'node:path'
import ts from 'typescript'
import { projectRoot } from '../../src/config.ts'

/** The project's own files, for the tests of the house. Paths are relative to the project and have forward slashes. */
export function filesBelow(folder: string, pattern = /./): string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      resolve(entry.parentPath, entry.name)
        .slice(projectRoot.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => pattern.test(path))
    .sort()
}

export function textOf(path: string): string {
  return readFileSync(join(projectRoot, path), 'utf8')
}

/**
 * One import. `to` is a path of the project or the name of a package; `typeOnly` ones are gone when the program runs.
 * A file that is named by `new URL('…', import.meta.url)`, such as a worker's, is imported too.
 */
export type Import = { from: string; to: string; typeOnly: boolean }

/** The imports of a TypeScript file: statements, `import()`, import types, and files named by URL. */
export function importsOf(from: string): Import[] {
  const found: Import[] = []
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (specifier && ts.isStringLiteral(specifier)) found.push({ from, to: targetOf(from, specifier.text), typeOnly })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
    } else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false)
    } else if (isUrlOfThisFile(node)) add(relativeLiteral(node.arguments![0]!), false)
    ts.forEachChild(node, visit)
  }
  visit(parsed(from))
  return found
}

/** The syntax tree of a TypeScript file, with parents. */
export function parsed(path: string): ts.SourceFile {
  return ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, true)
}

/** All files of the project that are imported from these, directly or not, themselves included. */
export function reachableFrom(entries: readonly string[], options: { types: boolean }): Set<string> {
  const reached = new Set(entries)
  for (const path of reached) {
    if (!path.endsWith('.ts')) continue
    for (const { to, typeOnly } of importsOf(path)) if (isOwn(to) && (options.types || !typeOnly)) reached.add(to)
  }
  return reached
}

/** Whether an import's target is a file of the project. */
export function isOwn(target: string): boolean {
  return /^(src|test|openapi)\//.test(target)
}

function targetOf(from: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(dirname(from), specifier) : specifier
}

function isUrlOfThisFile(node: ts.Node): node is ts.NewExpression {
  return (
    ts.isNewExpression(node) &&
    node.expression.getText() === 'URL' &&
    node.arguments?.[1]?.getText() === 'import.meta.url'
  )
}

/** `new URL('worker.ts', import.meta.url)` is relative without saying so. */
function relativeLiteral(node: ts.Node): ts.Node {
  if (!ts.isStringLiteral(node) || node.text.startsWith('.')) return node
  return ts.factory.createStringLiteral(`./${node.text}`)
}
