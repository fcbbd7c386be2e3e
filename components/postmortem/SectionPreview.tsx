import { useDeferredValue, useMemo } from 'react';
import { sectionPreview } from '../../lib/export/section-preview';
import type { TextSection, TextSectionName } from '../../lib/postmortem/schema';
import { DocumentView } from '../share/DocumentView';
import styles from './Postmortem.module.css';

interface SectionPreviewProps {
  name: TextSectionName;
  label: string;
  section: TextSection;
}

/** The section as a document will have it: elements made from its tree, never HTML. */
export function SectionPreview({ name, label, section }: SectionPreviewProps) {
  const late = useDeferredValue(section);
  const tree = useMemo(() => sectionPreview(name, late), [name, late]);
  return (
    <section className={styles.preview} aria-label={`Preview: ${label}`}>
      <DocumentView tree={tree} />
    </section>
  );
}
