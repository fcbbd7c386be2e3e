/** Reads from one source file what the layer rules ask about: its imports, and which globals it touches. */
import { type ESTree, parseSync, Visitor } from 'vite';

export interface Import {
  from: string;
  /** Gone after the build: types alone. */
  typeOnly: boolean;
  line: number;
}

export interface Use {
  name: string;
  line: number;
}

export interface ModuleFacts {
  imports: Import[];
  /** Names used as an object, a function or a class without being declared anywhere in the file. */
  globals: Use[];
  /** Readings of the clock or of chance: `Date.now()`, `new Date()`, `Math.random()`, … */
  impure: Use[];
}

export function readModule(path: string, text: string): ModuleFacts {
  const { program, errors } = parseSync(path, text);
  const [error] = errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  const lineOf = lineCounter(text);
  const declared = declaredNames(program);
  const facts: ModuleFacts = { imports: [], globals: [], impure: [] };
  const importing = (from: string, typeOnly: boolean, at: number) =>
    facts.imports.push({ from, typeOnly, line: lineOf(at) });
  const using = (node: ESTree.Node, at: number) => {
    if (node.type === 'Identifier' && !declared.has(node.name))
      facts.globals.push({ name: node.name, line: lineOf(at) });
  };
  new Visitor({
    ImportDeclaration: (node) => importing(node.source.value, isTypeImport(node), node.start),
    ExportAllDeclaration: (node) => importing(node.source.value, node.exportKind === 'type', node.start),
    ExportNamedDeclaration: (node) => {
      if (node.source) importing(node.source.value, node.exportKind === 'type', node.start);
    },
    ImportExpression: (node) => {
      if (node.source.type === 'Literal') importing(String(node.source.value), false, node.start);
    },
    TSImportType: (node) => importing(node.source.value, true, node.start),
    MemberExpression: (node) => using(node.object, node.start),
    CallExpression: (node) => {
      using(node.callee, node.start);
      const called = nameOf(node.callee);
      if (called && impureCalls.has(called))
        facts.impure.push({ name: `${called}()`, line: lineOf(node.start) });
    },
    NewExpression: (node) => {
      using(node.callee, node.start);
      const isNow = nameOf(node.callee) === 'Date' && node.arguments.length === 0;
      if (isNow) facts.impure.push({ name: 'new Date()', line: lineOf(node.start) });
    },
  }).visit(program);
  return facts;
}

const impureCalls = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
]);

function isTypeImport(node: ESTree.ImportDeclaration): boolean {
  if (node.importKind === 'type') return true;
  return (
    node.specifiers.length > 0 &&
    node.specifiers.every((name) => name.type === 'ImportSpecifier' && name.importKind === 'type')
  );
}

/** `a` or `a.b`; anything longer or computed has no name here. */
function nameOf(node: ESTree.Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression' || node.computed || node.object.type !== 'Identifier')
    return undefined;
  return node.property.type === 'Identifier' ? `${node.object.name}.${node.property.name}` : undefined;
}

/** Every name the file declares, in whatever scope: a parameter called `document` is nobody's global. */
function declaredNames(program: ESTree.Program): Set<string> {
  const names = new Set<string>();
  const bind = (pattern: ESTree.Node | null | undefined): void => {
    if (!pattern) return;
    if (pattern.type === 'Identifier') names.add(pattern.name);
    else if (pattern.type === 'ObjectPattern') {
      for (const part of pattern.properties) bind(part.type === 'RestElement' ? part.argument : part.value);
    } else if (pattern.type === 'ArrayPattern') for (const part of pattern.elements) bind(part);
    else if (pattern.type === 'AssignmentPattern') bind(pattern.left);
    else if (pattern.type === 'RestElement') bind(pattern.argument);
    else if (pattern.type === 'TSParameterProperty') bind(pattern.parameter);
  };
  const bindFunction = (node: { id?: ESTree.Node | null; params: readonly ESTree.Node[] }) => {
    bind(node.id);
    node.params.forEach(bind);
  };
  new Visitor({
    ImportSpecifier: (node) => bind(node.local),
    ImportDefaultSpecifier: (node) => bind(node.local),
    ImportNamespaceSpecifier: (node) => bind(node.local),
    VariableDeclarator: (node) => bind(node.id),
    FunctionDeclaration: bindFunction,
    FunctionExpression: bindFunction,
    ArrowFunctionExpression: (node) => node.params.forEach(bind),
    ClassDeclaration: (node) => bind(node.id),
    CatchClause: (node) => bind(node.param),
  }).visit(program);
  return names;
}

function lineCounter(text: string): (offset: number) => number {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return (offset) => ends.filter((end) => end < offset).length + 1;
}
