import { memo } from 'react';
import {
  type CauseDetail,
  categoryName,
  categoryOf,
  causeCategories,
  causeDetails,
  causeName,
} from '../../lib/analysis/causes';
import type { Analysis } from '../../lib/analysis/types';
import { setCategory, toggleCause } from '../../lib/postmortem/edit-plan';
import { kindOf } from '../../lib/postmortem/kinds';
import type { Postmortem } from '../../lib/postmortem/schema';
import type { PostmortemSession } from '../panel/use-postmortem';
import { Filters } from '../ui/Filters';
import styles from './Field.module.css';
import { useSlice } from './use-slice';

interface CauseCategoryProps {
  postmortem: Postmortem;
  analysis: Analysis;
  onChange: PostmortemSession['change'];
}

/** One category that patterns are found by, and the contributing causes people agree with: the evidence beside each. */
export function CauseCategory({ postmortem, ...rest }: CauseCategoryProps) {
  return <Categories postmortem={useSlice(postmortem, shown)} {...rest} />;
}

const shown = ['causes', 'kind', 'customKind'] as const;

const Categories = memo(function Categories({
  postmortem,
  analysis,
  onChange,
}: Omit<CauseCategoryProps, 'postmortem'> & { postmortem: Pick<Postmortem, (typeof shown)[number]> }) {
  const { causes, customKind } = postmortem;
  const events = new Map(analysis.suggestion.causes.map((cause) => [cause.detail, cause.events.length]));
  const usual = kindOf(postmortem).causes;
  const rest = causeDetails.filter((detail) => !usual.includes(detail));
  const inCategory = [...usual, ...rest].filter(
    (detail) => categoryOf(detail) === causes.category || causes.details.includes(detail),
  );
  const own = [
    ...(customKind?.causes ?? []),
    ...causes.details.filter((detail) => !(causeDetails as readonly string[]).includes(detail)),
  ];
  return (
    <div id="causeCategory">
      <h3>Category</h3>
      <Filters
        label="Cause category"
        options={causeCategories.map((id) => ({
          id: id as string,
          label: categoryName(id),
          count: analysis.suggestion.causes.filter((cause) => cause.category === id).length,
        }))}
        chosen={causes.category}
        onChoose={(category) => onChange((current, now) => setCategory(current, category, now))}
      />
      {[...inCategory, ...new Set(own)].map((detail) => (
        <label key={detail} className={styles.check}>
          <input
            type="checkbox"
            checked={causes.details.includes(detail)}
            onChange={() => onChange((current, now) => toggleCause(current, detail, now))}
          />
          <span>{nameOf(detail)}</span>
          <span className={styles.count}>{eventWords(events.get(detail as CauseDetail) ?? 0)}</span>
        </label>
      ))}
    </div>
  );
});

function nameOf(detail: string): string {
  const name = (causeDetails as readonly string[]).includes(detail)
    ? causeName(detail as CauseDetail) // just looked up
    : detail;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function eventWords(count: number): string {
  return count === 0 ? 'no events' : count === 1 ? '1 event' : `${count} events`;
}
