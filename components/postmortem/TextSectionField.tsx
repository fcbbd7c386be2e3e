import { lazy, memo, Suspense, useId, useState } from 'react';
import { confirmSection, editSection, takeOffer } from '../../lib/postmortem/edit';
import type { SectionOffer } from '../../lib/postmortem/merge';
import type { SectionState, TextSection, TextSectionName } from '../../lib/postmortem/schema';
import type { PostmortemSession } from '../panel/use-postmortem';
import { Button } from '../ui/Button';
import { EvidenceChips } from '../ui/Evidence';
import { Glyph } from '../ui/Glyph';
import { ClaimChecks } from './ClaimChecks';
import { Offer } from './Offer';
import { Part } from './Part';
import { AddEvidence, PartChips, PartSearch } from './PartEvidence';
import styles from './Postmortem.module.css';
import { ProseField } from './ProseField';
import { stateGlyphs, stateNames } from './section-state';

// Of the exporters nothing is needed before somebody asks to see.
const SectionPreview = lazy(() =>
  import('./SectionPreview').then((module) => ({ default: module.SectionPreview })),
);

export interface FieldProps {
  name: TextSectionName;
  section: TextSection;
  offer: SectionOffer | undefined;
  onChange: PostmortemSession['change'];
  /** The offer was looked at and not taken. */
  isDeclined: boolean;
  onDecline: PostmortemSession['decline'];
}

interface TextSectionFieldProps extends FieldProps {
  title: string;
  /** What this kind asks here, above the field. */
  prompt?: string | undefined;
  hint?: string;
  children?: React.ReactNode;
}

/** One section of prose: its state, its text, and the evidence behind the sentences that still stand. */
export const TextSectionField = memo(function TextSectionField(props: TextSectionFieldProps) {
  const { title, prompt, hint, children, ...field } = props;
  const { state, text } = field.section;
  const isOffered = field.offer !== undefined && !field.isDeclined && field.offer.fresh !== text;
  return (
    <Part
      id={field.name}
      title={title}
      aside={
        <>
          <StateMark state={state} />
          {isOffered && ' · other words offered'}
        </>
      }
      open={state !== 'confirmed'}
      closesOn={state === 'confirmed'}
    >
      {prompt && <p className={styles.prompt}>{prompt}</p>}
      <FieldBody {...field} label={title} />
      {hint && <p className={styles.hint}>{hint}</p>}
      {children}
    </Part>
  );
});

/** The field alone, for sections made of several. */
export const FieldBody = memo(function FieldBody({
  label,
  single = false,
  ...field
}: FieldProps & { label: string; single?: boolean }) {
  const id = useId();
  const [isPreviewed, setPreviewed] = useState(false);
  const { name, section, offer, onChange } = field;
  const onText = (text: string) =>
    onChange((current, now) => editSection(current, name, single ? text.replace(/\n/g, ' ') : text, now));
  const standing = section.claims
    .filter((claim) => section.text.includes(claim.text))
    .flatMap((claim) => claim.events);
  const evidence = { place: name, label, ids: standing };
  return (
    <>
      <ProseField
        id={id}
        aria-label={label}
        value={section.text}
        placeholder={single ? undefined : 'Nothing here yet. Unknown is a good answer.'}
        onText={onText}
      />
      <ClaimChecks place={field.name} label={label} fieldId={id} value={section.text} onText={onText} />
      <div className={styles.under}>
        {single ? <EvidenceChips ids={standing} dated /> : <PartChips {...evidence} />}
        {!single && section.text.trim() !== '' && <AddEvidence {...evidence} />}
        <span className={styles.ways}>
          {!single && section.text.trim() !== '' && (
            <Button
              variant="quiet"
              aria-pressed={isPreviewed}
              title="**bold**, *emphasis*, `code`, [words](https://…), lists"
              onClick={() => setPreviewed(!isPreviewed)}
            >
              Preview
              <span className="hidden-text"> {label}</span>
            </Button>
          )}
          {section.state !== 'confirmed' && section.state !== 'empty' && (
            <Button
              variant="quiet"
              onClick={() => onChange((current, now) => confirmSection(current, name, now))}
            >
              Confirm
            </Button>
          )}
        </span>
      </div>
      {!single && <PartSearch {...evidence} />}
      {isPreviewed && section.text.trim() !== '' && (
        <Suspense>
          <SectionPreview name={name} label={label} section={section} />
        </Suspense>
      )}
      {offer && (
        <Offer
          label={label}
          text={section.text}
          offer={offer}
          isDeclined={field.isDeclined}
          onUse={() => onChange((current, now) => takeOffer(current, offer, now))}
          onDecline={(isDeclined) => field.onDecline(name, isDeclined)}
        />
      )}
    </>
  );
});

export function StateMark({ state }: { state: SectionState }) {
  return (
    <>
      <Glyph name={stateGlyphs[state]} />
      {stateNames[state]}
    </>
  );
}
