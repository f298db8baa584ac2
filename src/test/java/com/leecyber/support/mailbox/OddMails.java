package com.leecyber.support.mailbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Mails as no client should write them: hand-made oddities, and good mails broken at random, the same at every run. */
final class OddMails {

    private static final int ALL = 500;

    private OddMails() {}

    /** All of them; each is from a known customer, a stranger or nobody. */
    static List<byte[]> all() {
        List<byte[]> mails = new ArrayList<>(handMade());
        Random random = new Random(7);
        while (mails.size() < ALL) {
            mails.add(broken(random, mails.size()));
        }
        return mails;
    }

    static List<byte[]> handMade() {
        String from = "From: romashka@customers.example\r\n";
        List<String> mails = new ArrayList<>(List.of(
                "",
                "\r\n",
                "\0\0\0",
                "no header at all",
                "\r\n\r\nonly a body",
                from,
                from + "\r\n",
                from + "Date: Thu, 01 Jan 1970 00:00:00 +0000\r\nSubject: 1970\r\n\r\ntext",
                from + "Date: nonsense\r\nSubject:\r\n\r\ntext",
                from + "Subject: \0NUL\0\r\n\r\nNUL\0inside",
                from + "Subject: =?utf-8?b?0J/RgNC4?= =?utf-8?b?0LLQtdGC\r\n\r\nbroken word",
                from + "Subject: =?nonsense?q?abc?= =?utf-8?x?abc?=\r\n\r\nunknown",
                from + "Subject: =?utf-8?q?a=0D=0ABcc:_evil@evil.example?=\r\n\r\ninjected",
                from + "Subject: a\r\n b\r\n\tc\r\n\r\nfolded",
                from + "Subject: " + "x".repeat(100_000) + "\r\n\r\nlong",
                from + "X-Long: " + "y ".repeat(300_000) + "\r\nSubject: late\r\n\r\nlong header",
                "X-Many: 1\r\n".repeat(20_000) + from + "\r\nmany headers",
                from + "Content-Type: text/plain; charset=unknown-8bit\r\n\r\nunknown charset \u044f",
                from + "Content-Type: text/plain; charset=\"\r\n\r\nbroken charset",
                from + "Content-Type: ;;;\r\n\r\nno type",
                from + "Content-Type: text\r\n\r\nhalf a type",
                from + "Content-Type: text/html; charset=utf-7\r\n\r\n+ADw-script+AD4-alert(1)",
                from + "Content-Transfer-Encoding: base64\r\n\r\n0J/RgNC40LLQtdGC!!!=broken=",
                from + "Content-Transfer-Encoding: base64\r\n\r\n0J/RgNC40L",
                from + "Content-Transfer-Encoding: nonsense\r\n\r\nunknown encoding",
                from + "Content-Transfer-Encoding: quoted-printable\r\n\r\n=ZZ=1=\r\n=",
                from + "Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 a\r\n#0V%T\r\n",
                from + "Content-Type: multipart/mixed\r\n\r\nno boundary",
                from + "Content-Type: multipart/mixed; boundary=\"\"\r\n\r\n--\r\n\r\nempty boundary",
                from + "Content-Type: multipart/mixed; boundary=x\r\n\r\nnothing between",
                from + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x--\r\n",
                from + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nnever ends",
                from
                        + "Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\n\r\n\r\n--x\r\nContent-Type: text/html"
                        + "\r\n\r\n<p>html only\r\n--x--",
                from + "Content-Type: multipart/mixed; boundary=x\r\n\r\n" + "--x\r\n\r\npart\r\n".repeat(10_000)
                        + "--x--",
                from + nested(200),
                from + "Content-Type: text/html\r\n\r\n" + "<a href='https://a.example/x'>l</a> ".repeat(5_000),
                from + "Content-Type: text/html\r\n\r\n" + "<div>".repeat(50_000),
                from + "Content-Type: text/html\r\n\r\n<svg><script>alert(1)</script></svg>",
                from + "\r\n" + "> ".repeat(200_000),
                from + "\r\n" + ">\r\n".repeat(50_000),
                from + "\r\n" + "On 25.11.2026 12:00 a <b@c> wrote:\r\n".repeat(5_000),
                from + "\r\n" + "From: a\r\nSent: b\r\n".repeat(10_000),
                from + "\r\n" + "1111 ".repeat(60_000) + ":",
                from + "\r\n" + "\u202e\u200b\ufeff\u2028text",
                from + "Content-Type: application/octet-stream; name=\"../../etc/passwd\"\r\n\r\nroot",
                from + "Content-Type: message/rfc822\r\n\r\nFrom: inner@x.example\r\n\r\ninner",
                from + "Content-Type: message/partial; id=x; number=1; total=9\r\n\r\npart",
                from + "Content-Type: image/png\r\nContent-Disposition: attachment; filename*=utf-8''%D0%ZZ\r\n\r\npng",
                from + "Message-ID: <" + "i".repeat(5_000) + "@x>\r\n\r\nlong id",
                from + "Message-ID: nonsense\r\nReferences: <<<>>> <a@b\r\n\r\nbroken ids",
                from + "References: " + "<a@b> ".repeat(10_000) + "\r\n\r\nmany ids",
                from + "To: " + "a@b.example, ".repeat(10_000) + "\r\n\r\nmany recipients",
                "From: \"a\r\n b\" <romashka@customers.example>\r\n\r\nfolded name",
                "From: =?utf-8?q?=0D=0ABcc:_x@evil.example?= <romashka@customers.example>\r\n\r\nname",
                "From: <romashka@customers.example>, <a@b.example>\r\n\r\ntwo",
                "From: (((((((((((\r\n\r\ncomments",
                "From: " + "a".repeat(300) + "@b.example\r\n\r\nlong address",
                "From: @@@\r\n\r\nno address",
                "From: romashka@customers.example\0evil@evil.example\r\n\r\nNUL address",
                "from : romashka@customers.example\r\n\r\nspace before the colon",
                "Received: x\nFrom: romashka@customers.example\nSubject: only line feeds\n\ntext",
                "\rFrom: romashka@customers.example\r\rcarriage returns"));
        List<byte[]> raw = new ArrayList<>();
        mails.forEach(mail -> raw.add(mail.getBytes(StandardCharsets.UTF_8)));
        raw.add((from + "Subject: \u041f\u0440\u0438\u0432\u0435\u0442\r\n\r\n\u042f")
                .getBytes(Charset.forName("windows-1251")));
        raw.add((from + "Content-Type: text/plain; charset=koi8-r\r\n\r\n\u042f").getBytes(Charset.forName("KOI8-R")));
        raw.add(concat(
                from + "Content-Type: text/plain; charset=utf-8\r\n\r\n",
                new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}));
        raw.add(concat(from + "Content-Type: text/plain; charset=utf-16\r\n\r\n", new byte[] {(byte) 0xD8, 0, 0, 65}));
        return raw;
    }

    private static String nested(int depth) {
        StringBuilder mail = new StringBuilder();
        for (int level = 0; level < depth; level++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(level)
                    .append("\r\n\r\n--b")
                    .append(level)
                    .append("\r\n");
        }
        return mail.append("\r\nat the bottom").toString();
    }

    /** A good mail with bytes changed, cut out, doubled, or the whole cut short. */
    private static byte[] broken(Random random, int number) {
        byte[] mail = good(random, number);
        for (int wound = random.nextInt(8); wound >= 0; wound--) {
            mail = wounded(mail, random);
        }
        return mail;
    }

    private static byte[] wounded(byte[] mail, Random random) {
        if (mail.length < 4) {
            return mail;
        }
        int from = random.nextInt(mail.length);
        int to = Math.min(mail.length, from + 1 + random.nextInt(60));
        return switch (random.nextInt(4)) {
            case 0 -> {
                byte[] changed = mail.clone();
                for (int index = from; index < to; index++) {
                    changed[index] = (byte) random.nextInt(256);
                }
                yield changed;
            }
            case 1 -> spliced(mail, from, to, 0);
            case 2 -> spliced(mail, from, to, 3);
            default -> random.nextInt(4) == 0 ? spliced(mail, from, mail.length, 0) : mail;
        };
    }

    private static byte[] spliced(byte[] mail, int from, int to, int copies) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(mail, 0, from);
        for (int copy = 0; copy < copies; copy++) {
            out.write(mail, from, to - from);
        }
        out.write(mail, to, mail.length - to);
        return out.toByteArray();
    }

    private static byte[] good(Random random, int number) {
        String sender = List.of("romashka@customers.example", "acme@customers.example", "someone@elsewhere.example")
                .get(random.nextInt(3));
        byte[] file = new byte[200 + random.nextInt(2_000)];
        random.nextBytes(file);
        String boundary = "b" + number;
        String mail = "Return-Path: <" + sender + ">\r\nFrom: =?utf-8?q?=D0=98=D0=B2=D0=B0=D0=BD?= <" + sender + ">\r\n"
                + "To: info@leecyber.com\r\nSubject: =?utf-8?b?0J3QtSDRgNCw0LHQvtGC0LDQtdGC?= " + number + "\r\n"
                + "Message-ID: <odd" + number + "@mail.example>\r\nDate: Wed, 25 Nov 2026 12:00:00 +0300\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n"
                + "--" + boundary + "\r\nContent-Type: multipart/alternative; boundary=\"" + boundary + "a\"\r\n\r\n"
                + "--" + boundary
                + "a\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder()
                        .encodeToString("Не открывается документ.\n\n-- \nИван".getBytes(StandardCharsets.UTF_8))
                + "\r\n--" + boundary
                + "a\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Не открывается документ.</p>\r\n"
                + "--" + boundary + "a--\r\n--" + boundary + "\r\nContent-Type: application/pdf; name=\"a.pdf\"\r\n"
                + "Content-Disposition: attachment; filename=\"a.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(file) + "\r\n--" + boundary + "--\r\n";
        return mail.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(String head, byte[] tail) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(tail);
        return out.toByteArray();
    }
}
