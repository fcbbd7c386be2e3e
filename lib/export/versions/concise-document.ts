import { causeName, isCauseDetail } from '../../analysis/causes';
import { missed } from '../../analysis/missed';
import { formatExact } from '../../language/dates';
import type { ClaimPlace } from '../../postmortem/claims';
import { clip, ended } from '../../postmortem/names-in-prose';
import { isPlaceholder } from '../../postmortem/placeholder';
import { figuresToCheck } from '../figures-to-check';
import { textBlocks } from '../parts';
import { byPriority } from '../plan-parts';
import { titleOf } from '../postmortem-document';
import type { Record } from '../record';
import { slaTable } from '../sla-table';
import { type BlockInput, bullets, type DocTree, docTree, heading, link, paragraph, strong } from '../tree';
import { isPromised } from './changes-for-customer';

const LONGEST_CAUSE = 400;
const MOST_LEVELS = 6;

/** One page, for those who lead and for incidents that need no more: summary, targets, cause, actions. */
export function conciseDocument(record: Record): DocTree {
  const { postmortem, analysis } = record;
  const { ticket, severity } = postmortem;
  const late = missed(analysis.slas);
  const shown = late.length > 0 ? late : analysis.slas;
  const rest = analysis.slas.length - Math.min(shown.length, MOST_LEVELS);
  return docTree(
    heading(1, titleOf(record)),
    paragraph(
      link(ticket.url, `${ticket.label} #${ticket.key}`),
      `, ${ticket.customer.trim() || 'customer unknown'}, ${severity}, read on ${formatExact(record.capture.capturedAt).slice(0, 16)}. All times are UTC.`,
    ),
    textBlocks(postmortem.sections.summary),
    heading(2, 'Service levels'),
    slaTable(shown.slice(0, MOST_LEVELS)),
    rest > 0 &&
      paragraph(
        `${rest} more ${rest === 1 ? 'target' : 'targets'} of this ticket, none missed${late.length > 0 ? ' by more' : ''}.`,
      ),
    heading(2, 'Cause'),
    paragraph(causeOf(record).text),
    heading(2, 'Actions'),
    actionRows(record),
    figuresToCheck(record, { shown: ['summary', causeOf(record).place] }),
  );
}

/** The deepest why that has an answer, else what people wrote, else the causes that were chosen. */
function causeOf({ postmortem: { whys, sections, causes } }: Record): { text: string; place: ClaimPlace } {
  const why = whys.findLastIndex(({ answer }, index) => index > 0 && !isPlaceholder(answer));
  const texts: { text: string; place: ClaimPlace }[] = [
    { text: sections.systemic.text, place: 'systemic' },
    { text: whys[why]?.answer ?? '', place: `why:${why}` },
    { text: sections.cause.text, place: 'cause' },
  ];
  const found = texts.find(({ text }) => !isPlaceholder(text));
  if (found) return { ...found, text: ended(clip(found.text.replace(/\s+/g, ' ').trim(), LONGEST_CAUSE)) };
  const named = causes.details.map((detail) => (isCauseDetail(detail) ? causeName(detail) : detail));
  const text = named.length === 0 ? 'None is written yet.' : `Contributed: ${named.join('; ')}.`;
  return { text, place: 'cause' };
}

function actionRows({ postmortem }: Record): BlockInput {
  const promised = byPriority(
    postmortem.actions.filter(({ status, text }) => isPromised(status) && text.trim() !== ''),
  );
  if (promised.length === 0) return paragraph('None is committed yet.');
  return bullets(
    promised.map(({ text, owner, due, priority, status }) => [
      priority !== '' && [strong(priority), ' '],
      ended(text.trim()),
      ` ${[owner.trim(), due === '' ? '' : `by ${due}`, status === 'committed' ? '' : status].filter(Boolean).join(', ')}`,
    ]),
  );
}
