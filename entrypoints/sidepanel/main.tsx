import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '../../components/panel/App';
import { StoreUnavailable } from '../../components/panel/StoreUnavailable';
import { Stumbled } from '../../components/panel/Stumbled';
import { Patterns } from '../../components/ui/Patterns';
import { openStore } from '../../lib/storage/store';

const element = document.getElementById('root');
if (!element) throw new Error('The panel’s page has no root element');
const root = createRoot(element);

openStore().then(
  (store) => {
    // What was deleted long ago is erased now; where that fails, the next opening tries again.
    void store.purge().catch(() => undefined);
    root.render(
      <StrictMode>
        <Patterns />
        <Stumbled>
          <App store={store} />
        </Stumbled>
      </StrictMode>,
    );
  },
  (error: unknown) => root.render(<StoreUnavailable error={error} />),
);
