import { causeName, isCauseDetail } from '../../analysis/causes';
import { ended } from '../../postmortem/names-in-prose';
import type { Action } from '../../postmortem/schema';
import type { Record } from '../record';
import { type BlockInput, bullets, type DocTree, docTree, heading, link, paragraph, strong } from '../tree';

/** One action as a tracker takes it: a title of one line, a body, who and by when (ISO day); empty where not said. */
export interface ActionTicket {
  title: string;
  body: DocTree;
  owner: string;
  due: string;
}

const LONGEST_TITLE = 120;

/** Undefined where there is no such action, or nothing is written in it. */
export function actionTicket(record: Record, actionId: string): ActionTicket | undefined {
  const action = record.postmortem.actions.find(({ id }) => id === actionId);
  if (!action || action.text.trim() === '') return undefined;
  return {
    title: titleOf(action.text),
    body: docTree(bodyBlocks(record, action)),
    owner: action.owner.trim(),
    due: action.due,
  };
}

/** The same as a document, for a preview and for trackers that take one text. */
export function actionDocument(record: Record, actionId: string): DocTree {
  const ticket = actionTicket(record, actionId);
  if (!ticket) return docTree(paragraph('This action has no words yet.'));
  return docTree(heading(1, ticket.title), ticket.body.children);
}

function titleOf(text: string): string {
  const line = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.;,]+$/, '');
  if (line.length <= LONGEST_TITLE) return line;
  const cut = line.slice(0, LONGEST_TITLE);
  const space = cut.lastIndexOf(' ');
  return `${(space > 0 ? cut.slice(0, space) : cut).toWellFormed()}…`;
}

function bodyBlocks({ postmortem }: Record, action: Action): BlockInput[] {
  const { ticket } = postmortem;
  const cause = isCauseDetail(action.cause) ? causeName(action.cause) : action.cause.trim();
  return [
    paragraph(ended(action.text.trim())),
    bullets(
      [
        [strong('Owner:'), ` ${action.owner.trim() || 'nobody yet'}`],
        [strong('Due:'), ` ${action.due || 'no date yet'}`],
        action.priority !== '' && [strong('Priority:'), ` ${action.priority}`],
        action.doneWhen.trim() !== '' && [strong('Done when:'), ` ${action.doneWhen.trim()}`],
        cause !== '' && [strong('Answers:'), ` ${cause}`],
        [
          strong('Comes from:'),
          ' the postmortem of ',
          link(ticket.url, `${ticket.label} #${ticket.key}`),
          ` ${ticket.subject}`,
        ],
      ].filter((row) => row !== false),
    ),
  ];
}
