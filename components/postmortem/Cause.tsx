import { useId } from 'react';
import { addWhy, editWhy } from '../../lib/postmortem/edit';
import type { Postmortem, Why } from '../../lib/postmortem/schema';
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
  postmortem: Postmortem;
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
export function Cause({
  postmortem,
  symptom,
  cause,
  systemic,
  factors,
  prompt,
  onChange,
  children,
}: CauseProps) {
  const id = useId();
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
        {postmortem.whys.map((why, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a why is known by its place in the chain
            key={index}
            id={`why-${index + 1}`}
            className={why.answer.trim() === '' ? styles.open : undefined}
          >
            <span className={styles.number} aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <p className={styles.question}>{why.question}</p>
              <ProseField
                id={`${id}-${index}`}
                aria-label={`${index + 1}. ${why.question}`}
                value={why.answer}
                placeholder={index === 0 ? 'Answer from the evidence' : 'Answer, or end the chain here'}
                onText={(answer) => onChange((current, now) => editWhy(current, index, { answer }, now))}
              />
              <ClaimChecks
                place={`why:${index}`}
                label={`Why ${index + 1}`}
                fieldId={`${id}-${index}`}
                value={why.answer}
                onText={(answer) => onChange((current, now) => editWhy(current, index, { answer }, now))}
              />
              <div className={evidenceStyles.evidence}>
                <PartChips {...evidenceOf(why, index)} />
                {why.answer.trim() !== '' && <AddEvidence {...evidenceOf(why, index)} />}
              </div>
              <PartSearch {...evidenceOf(why, index)} />
              <AskOn whys={postmortem.whys} index={index} onChange={onChange} />
            </div>
          </li>
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
