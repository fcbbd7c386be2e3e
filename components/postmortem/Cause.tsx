import { useId } from 'react';
import { addWhy, editWhy } from '../../lib/postmortem/edit';
import type { Postmortem } from '../../lib/postmortem/schema';
import type { PostmortemSession } from '../panel/use-postmortem';
import { Button } from '../ui/Button';
import { EvidenceChips } from '../ui/Evidence';
import { Section } from '../ui/Section';
import { AskOn } from './AskOn';
import { ClaimChecks } from './ClaimChecks';
import styles from './Postmortem.module.css';
import { ProseField } from './ProseField';
import { FieldBody, type FieldProps } from './TextSectionField';

interface CauseProps {
  postmortem: Postmortem;
  symptom: FieldProps;
  cause: FieldProps;
  onChange: PostmortemSession['change'];
}

/** Symptom, what broke, and the why-chain that asks what made each thing possible. */
export function Cause({ postmortem, symptom, cause, onChange }: CauseProps) {
  const id = useId();
  return (
    <Section id="cause" title="Cause" aside="What in our process allowed this?">
      <div className={styles.part}>
        <h3>Symptom</h3>
        <FieldBody {...symptom} label="Symptom" />
      </div>
      <div className={styles.part}>
        <h3>What broke</h3>
        <FieldBody {...cause} label="What broke" />
      </div>
      <h3 className={styles.heading3}>Five whys</h3>
      <ol className={styles.whys}>
        {postmortem.whys.map((why, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a why is known by its place in the chain
          <li key={index} className={why.answer.trim() === '' ? styles.open : undefined}>
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
              <EvidenceChips ids={why.events} dated />
              <AskOn whys={postmortem.whys} index={index} onChange={onChange} />
            </div>
          </li>
        ))}
      </ol>
      <Button variant="quiet" icon="plus" onClick={() => onChange(addWhy)}>
        Why
      </Button>
    </Section>
  );
}
