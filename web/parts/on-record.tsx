import { useWords } from '../app/speech.tsx';
import { May } from './may.tsx';
import { Way } from './way.tsx';

/** To who saw or changed something, for those who may know. */
export function OnRecord({ about }: { readonly about: string }) {
  const { onRecord } = useWords().access;
  return (
    <May do="audit.read">
      <p className="no-print">
        <Way to="/audit" search={{ about }}>
          {onRecord}
        </Way>
      </p>
    </May>
  );
}
