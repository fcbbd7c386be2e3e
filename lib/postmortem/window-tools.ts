/** What a window needs once somebody writes: one chunk, loaded when a postmortem is open. */
export { mergeWindows } from './merge-windows';
export { settleConflict } from './settle-conflict';
export { endBurst, recordEdit, redo, stepName, undo } from './undo';
