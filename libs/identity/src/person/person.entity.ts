import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How an identity was shown to be true. Facts of the check alone, no personal data. */
export type IdentityEvidence =
  | {
      method: 'register-match-and-phone-code';
      register: 'population';
      /** What the person stated and the register confirmed. */
      matched: ('id-number' | 'full-name' | 'birth-date')[];
      /** When the code from the phone in the register was given back. */
      provedAt: string;
      /** Nobody had an account: it was opened when they let a helper prepare for them. */
      openedFor?: 'assistance';
    }
  | {
      method: 'national-identity';
      register: 'population';
      issuer: string;
      /** Level as the issuer names it. */
      acr: string;
      authenticatedAt: string;
    }
  | {
      /** Two officers compared a foreigner's document, whose foreign identity this issuer vouches for. */
      method: 'counter';
      register: 'population';
      issuer: string;
      provedAt: string;
    };

/** A citizen with an account, as the population register knows them. */
@Entity({ schema: 'identity', name: 'person' })
export class Person {
  @PrimaryColumn('uuid') id!: string;
  /** The 12-digit ID number, sealed at `person:id-number:<id>`. */
  @Column('text', { name: 'id_number_sealed' }) idNumberSealed!: string;
  /** Blind index of the ID number: one account a person. */
  @Column('text', { name: 'id_number_index', unique: true }) idNumberIndex!: string;
  @Column('text', { name: 'full_name' }) fullName!: string;
  /** YYYY-MM-DD. */
  @Column('date', { name: 'birth_date' }) birthDate!: string;
  @Column('text') sex!: 'male' | 'female';
  /** The phone in the register, sealed at `person:phone:<id>`. */
  @Column('text', { name: 'phone_sealed', nullable: true }) phoneSealed!: string | null;
  /** 0 self-asserted, 1 matched to the register, 2 proofed. */
  @Column('smallint') assurance!: 0 | 1 | 2;
  @Column('jsonb') evidence!: IdentityEvidence;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  /** When the holder locked the identity; null while it may be used. */
  @Column('timestamptz', { name: 'locked_at', nullable: true }) lockedAt!: Date | null;
  /** No act that needs level 2 before this, after a recovery without a counter. */
  @Column('timestamptz', { name: 'held_until', nullable: true }) heldUntil!: Date | null;
}
