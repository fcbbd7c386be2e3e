import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '../../components/panel/App';
import { StoreUnavailable } from '../../components/panel/StoreUnavailable';
import { Stumbled } from '../../components/panel/Stumbled';
import { Patterns } from '../../components/ui/Patterns';
import { openStore } from '../../lib/storage/store';
import { whileOpening } from '../../lib/storage/while-opening';

const element = document.getElementById('root');
if (!element) throw new Error('The panel’s page has no root element');
const root = createRoot(element);

// The options page is this page in a tab: one of its own would split what the panel loads at its start into six
// files, 2 kB more.
if (location.hash === '#options') void showOptions();
else showPanel();

async function showOptions(): Promise<void> {
  document.title = 'Options · Debrief';
  const opening = openStore();
  const { OptionsPage } = await import('../../components/options/OptionsPage');
  const show = (beside?: React.ReactNode) =>
    root.render(
      <StrictMode>
        <OptionsPage store={whileOpening(opening)} />
        {beside}
      </StrictMode>,
    );
  show();
  // Sites can be taken back without a store; what needs one stays away, and this says why.
  opening.catch((error: unknown) => show(<StoreUnavailable error={error} />));
}

function showPanel(): void {
  const opening = openStore();
  root.render(
    <StrictMode>
      <Patterns />
      <Stumbled>
        <App store={whileOpening(opening)} />
      </Stumbled>
    </StrictMode>,
  );
  opening.then(
    // What was deleted long ago is erased now; where that fails, the next opening tries again.
    (store) => store.purge().catch(() => undefined),
    (error: unknown) => root.render(<StoreUnavailable error={error} />),
  );
}
