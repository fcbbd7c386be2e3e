import styles from './Filters.module.css';

interface FiltersProps<Id extends string> {
  label: string;
  options: readonly { id: Id; label: string; count?: number }[];
  chosen: Id;
  onChoose: (id: Id) => void;
}

export function Filters<Id extends string>({ label, options, chosen, onChoose }: FiltersProps<Id>) {
  return (
    <fieldset className={styles.filters} style={{ border: 0, margin: 0, padding: 0 }}>
      <legend className="hidden-text">{label}</legend>
      {options.map((option) => (
        <button
          key={option.id}
          type="button"
          aria-pressed={option.id === chosen}
          onClick={() => onChoose(option.id)}
        >
          {option.label}
          {option.count !== undefined && <span className={styles.count}>{option.count}</span>}
        </button>
      ))}
    </fieldset>
  );
}
