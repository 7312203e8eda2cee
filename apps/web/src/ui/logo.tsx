/** The name of the product under its awning of five stripes. */
export const Logo = ({
  onFront = false,
  className = '',
}: {
  readonly onFront?: boolean;
  readonly className?: string;
}) => (
  <span className={`inline-flex flex-col gap-1.5 ${className}`}>
    <span aria-hidden="true" className={`banne ${onFront ? 'banne-front' : 'banne-0'} w-[70px]`} />
    <span className={`font-display text-[20px]/[22px] font-semibold ${onFront ? 'text-on-front' : 'text-ink'}`}>
      Retail Performer
    </span>
  </span>
);
