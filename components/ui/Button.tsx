import styles from './Button.module.css';
import { Icon, type IconName } from './Icon';

interface ButtonProps extends React.ComponentProps<'button'> {
  variant?: 'plain' | 'primary' | 'small' | 'quiet';
  icon?: IconName;
}

export function Button({ variant = 'plain', icon, children, className, ...rest }: ButtonProps) {
  const classes = [styles.button, variant === 'plain' ? undefined : styles[variant], className];
  return (
    <button type="button" className={classes.filter(Boolean).join(' ')} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A button that is only a picture; its label is read out and shown as a tip. */
export function IconButton({
  icon,
  label,
  ...rest
}: { icon: IconName; label: string } & React.ComponentProps<'button'>) {
  return (
    <button
      type="button"
      className={`${styles.button} ${styles.icon}`}
      aria-label={label}
      title={label}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  );
}
