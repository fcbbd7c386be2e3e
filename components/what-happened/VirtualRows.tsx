import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import styles from './Timeline.module.css';
import { RowContent, type RowsProps, rowClass } from './TimelineRow';

/** The rows near the window and no others: a ticket of ten thousand events paints like one of fifty. */
export function VirtualRows({ rows, ...context }: RowsProps) {
  const list = useRef<HTMLOListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    // What stands above can grow when a number is opened; the list has to know where it begins.
    const measure = () => setTop(element.getBoundingClientRect().top + window.scrollY);
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    measure();
    return () => observer.disconnect();
  }, []);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => (rows[index]?.kind === 'event' ? 44 : 26),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
    scrollMargin: top,
  });
  return (
    <ol ref={list} className={`${styles.list} ${styles.virtual}`} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map((item) => {
        const row = rows[item.index];
        if (!row) return null;
        return (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            aria-setsize={rows.length}
            aria-posinset={item.index + 1}
            className={rowClass(row)}
            style={{ transform: `translateY(${item.start - top}px)` }}
          >
            <RowContent row={row} {...context} />
          </li>
        );
      })}
    </ol>
  );
}
