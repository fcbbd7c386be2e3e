import { plainInlines } from '../../lib/export/text';
import type { DocBlock, DocInline, DocTree } from '../../lib/export/tree';
import { unbroken } from '../../lib/language/unbroken';
import styles from './Share.module.css';

/** The document tree as React elements: what is shown is what is exported, and no HTML is ever parsed. */
export function DocumentView({ tree }: { tree: DocTree }) {
  return <div className={styles.document}>{tree.children.map(block)}</div>;
}

function block(node: DocBlock, key: number): React.ReactNode {
  switch (node.type) {
    case 'heading': {
      // One level down: the panel has a first heading of its own.
      const Tag = node.depth === 1 ? 'h2' : node.depth === 2 ? 'h3' : 'h4';
      return (
        <Tag key={key} className={styles[`level${node.depth}`]}>
          {node.children.map(inline)}
        </Tag>
      );
    }
    case 'paragraph':
      return <p key={key}>{node.children.map(inline)}</p>;
    case 'list': {
      const items = node.children.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the tree is immutable and never reordered
        <li key={index}>{entry.children.map(block)}</li>
      ));
      return node.ordered ? <ol key={key}>{items}</ol> : <ul key={key}>{items}</ul>;
    }
    case 'table':
      return (
        <TableView key={key} rows={node.children.map((row) => row.children.map((cell) => cell.children))} />
      );
    case 'code':
      return <pre key={key}>{node.value}</pre>;
    case 'blockquote':
      return <blockquote key={key}>{node.children.map(block)}</blockquote>;
    case 'thematicBreak':
      return <hr key={key} />;
  }
}

function TableView({ rows }: { rows: DocInline[][][] }) {
  const [head = [], ...body] = rows;
  return (
    // A wide table scrolls by itself, and a keyboard must be able to scroll it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={styles.wide} tabIndex={0} aria-label={`Table: ${head.map(plainInlines).join(', ')}`}>
      <table>
        <thead>
          <tr>
            {head.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: immutable
              <th key={index} scope="col">
                {cell.map(inline)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: immutable
            <tr key={at}>
              {row.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: immutable
                <td key={index} className={isLong(cell) ? styles.long : undefined}>
                  {cell.map(inline)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const LONG_CELL = 32;

/** Short cells stay on one line, long ones wrap at a width that can be read. */
function isLong(cell: readonly DocInline[]): boolean {
  return plainInlines(cell).length > LONG_CELL;
}

function inline(node: DocInline, key: number): React.ReactNode {
  switch (node.type) {
    case 'text':
      return unbroken(node.value);
    case 'inlineCode':
      return <code key={key}>{node.value}</code>;
    case 'break':
      return <br key={key} />;
    case 'strong':
      return <strong key={key}>{node.children.map(inline)}</strong>;
    case 'emphasis':
      return <em key={key}>{node.children.map(inline)}</em>;
    case 'link':
      return (
        <a key={key} href={node.url} target="_blank" rel="noopener noreferrer">
          {node.children.map(inline)}
        </a>
      );
  }
}
