import { memo, useId } from 'react';
import { addWhy, editWhy } from '../../lib/postmortem/edit';
import type { Why } from '../../lib/postmortem/schema';
import type { PostmortemSession } from '../panel/use-postmortem';
import { Button } from '../ui/Button';
import { Section } from '../ui/Section';
import { AskOn } from './AskOn';
import { ClaimChecks } from './ClaimChecks';
import evidenceStyles from './EventPicker.module.css';
import { AddEvidence, PartChips, PartSearch } from './PartEvidence';
import styles from './Postmortem.module.css';
import { ProseField } from './ProseField';
import { FieldBody, type FieldProps, StateMark } from './TextSectionField';

interface CauseProps {
  whys: readonly Why[];
  symptom: FieldProps;
  cause: FieldProps;
  systemic: FieldProps;
  factors: FieldProps;
  prompt: string | undefined;
  onChange: PostmortemSession['change'];
  /** What stands between the causes and the whys. */
  children: React.ReactNode;
}

/** Symptom, what broke, and the why-chain that asks what made each thing possible. */
export function Cause({ whys, symptom, cause, systemic, factors, prompt, onChange, children }: CauseProps) {
  const last = whys.findLastIndex(({ answer }) => answer.trim() !== '');
  return (
    <Section id="cause" title="Cause" aside={prompt}>
      <div className={styles.part} id="symptom">
        <Subheading title="Symptom" {...symptom} />
        <FieldBody {...symptom} label="Symptom" />
      </div>
      <div className={styles.part} id="what-broke">
        <Subheading title="What broke" {...cause} />
        <FieldBody {...cause} label="What broke" />
      </div>
      <h3 className={styles.heading3} id="whys">
        Five whys
      </h3>
      <ol className={styles.whys}>
        {whys.map((why, index) => (
          <WhyRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a why is known by its place in the chain
            key={index}
            why={why}
            next={whys[index + 1]}
            isLast={index === last}
            index={index}
            onChange={onChange}
          />
        ))}
      </ol>
      <Button variant="quiet" icon="plus" onClick={() => onChange(addWhy)}>
        Why
      </Button>
      <div className={styles.part} id="systemic">
        <Subheading title="Why it broke" {...systemic} />
        <FieldBody {...systemic} label="Why it broke" />
      </div>
      <div className={styles.part}>
        <Subheading title="Contributing factors" {...factors} />
        <FieldBody {...factors} label="Contributing factors" />
      </div>
      {children}
    </Section>
  );
}

function evidenceOf({ events }: Why, index: number) {
  return { place: `why:${index}`, label: `Why ${index + 1}`, ids: events } as const;
}

interface WhyRowProps {
  why: Why;
  next: Why | undefined;
  /** Whether no answer comes after it. */
  isLast: boolean;
  index: number;
  onChange: PostmortemSession['change'];
}

const WhyRow = memo(function WhyRow({ why, next, isLast, index, onChange }: WhyRowProps) {
  const id = useId();
  const onText = (answer: string) => onChange((current, now) => editWhy(current, index, { answer }, now));
  return (
    <li id={`why-${index + 1}`} className={why.answer.trim() === '' ? styles.open : undefined}>
      <span className={styles.number} aria-hidden="true">
        {index + 1}
      </span>
      <div>
        <p className={styles.question}>{why.question}</p>
        <ProseField
          id={id}
          aria-label={`${index + 1}. ${why.question}`}
          value={why.answer}
          placeholder={index === 0 ? 'Answer from the evidence' : 'Answer, or end the chain here'}
          onText={onText}
        />
        <ClaimChecks
          place={`why:${index}`}
          label={`Why ${index + 1}`}
          fieldId={id}
          value={why.answer}
          onText={onText}
        />
        <div className={evidenceStyles.evidence}>
          <PartChips {...evidenceOf(why, index)} />
          {why.answer.trim() !== '' && <AddEvidence {...evidenceOf(why, index)} />}
        </div>
        <PartSearch {...evidenceOf(why, index)} />
        <AskOn why={why} next={next} isLast={isLast} index={index} onChange={onChange} />
      </div>
    </li>
  );
});

function Subheading({ title, section }: { title: string } & FieldProps) {
  return (
    <div className={styles.subheading}>
      <h3>{title}</h3>
      <span>
        <StateMark state={section.state} />
      </span>
    </div>
  );
}
