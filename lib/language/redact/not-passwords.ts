/** What stands where a password could, and is none: "the password is wrong". */
export const notPasswords = new Set(
  `not n't wrong incorrect invalid expired correct right required missing blank empty okay fine stored reset changed
  updated longer case same different weak strong short long unknown good safe secure locked disabled encrypted hashed
  masked hidden shown visible accepted rejected refused broken lost forgotten needed optional mandatory gone there here
  this that these those what which when where with without again also always never only just still already now then
  being been have has will would could should does doesn't didn't isn't wasn't won't can't cannot must might may
  your yours mine ours theirs their they them from form field page policy manager prompt screen link links email mail
  e-mail protected sent given known unique valid default private public confidential sensitive secret none null true
  false temporary permanent password passwords passcode username user users login reset? attached below above inside
  before after because until while each every some many most more less than other another both either neither
  ready simple complex hard easy enough important unchanged identical similar available unavailable active inactive
  pending dead alive stale outdated compromised leaked stolen exposed public insecure fresh old new mandatory too very
  minimum maximum least over under about around between characters complexity length expiry rotation history issue
  issues problem problems error errors request requests change changes box popup dialog leer falsch abgelaufen ungültig
  richtig vergessen zurückgesetzt nicht korrekt incorrecte expiré oublié incorrecta caducada olvidada errata scaduta
  pas plus wrong? right? gesperrt geändert weg faux invalide tbd n/a redacted removed enter type see ask call`.split(
    /\s+/,
  ),
);
