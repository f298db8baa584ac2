package com.leecyber.support.bench;

import java.time.LocalDate;
import java.time.ZoneId;

/** A piece of a template's text: what every clone says alike, or something of each clone's own. */
interface Part {

    void to(StringBuilder out, Clone clone);

    /** The same in all clones. */
    record Same(String text) implements Part {

        @Override
        public void to(StringBuilder out, Clone clone) {
            out.append(text);
        }
    }

    /** A moment, moved with the clone; such as {@code 2026-03-02T09:00:00.123Z}. */
    record Moment(long micros) implements Part {

        @Override
        public void to(StringBuilder out, Clone clone) {
            Moments.write(micros + clone.shift(), out);
        }
    }

    /** A moment's day where the desk is. */
    record Day(long micros) implements Part {

        private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

        @Override
        public void to(StringBuilder out, Clone clone) {
            out.append(of(micros + clone.shift()));
        }

        static LocalDate of(long micros) {
            return LocalDate.ofInstant(Moments.instant(micros), ZONE);
        }
    }

    /** A person of the desk: another one of the same line in each clone. */
    record Colleague(String name) implements Part {

        @Override
        public void to(StringBuilder out, Clone clone) {
            out.append(Staff.inPlaceOf(name, clone.team()));
        }
    }

    /** A message's id; messages of a ticket are numbered one after the other. */
    record MessageId(int ordinal) implements Part {

        @Override
        public void to(StringBuilder out, Clone clone) {
            out.append(clone.firstMessage() + ordinal);
        }
    }

    /** What a clone has of its own. */
    enum Own implements Part {
        ID {
            @Override
            public void to(StringBuilder out, Clone clone) {
                out.append(clone.id());
            }
        },
        NUMBER {
            @Override
            public void to(StringBuilder out, Clone clone) {
                out.append(clone.number());
            }
        },
        CUSTOMER {
            @Override
            public void to(StringBuilder out, Clone clone) {
                out.append(clone.customer().id());
            }
        },
        EMAIL {
            @Override
            public void to(StringBuilder out, Clone clone) {
                out.append(clone.customer().email());
            }
        },
        /** The last twelve digits of a UUID; the other twenty are the template's. */
        UUID_END {
            @Override
            public void to(StringBuilder out, Clone clone) {
                String digits = Long.toHexString(clone.id());
                out.append("000000000000", digits.length(), 12).append(digits);
            }
        }
    }
}
