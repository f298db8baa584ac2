package com.leecyber.support.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/**
 * Writes a document of text as PDF, page after page; sizes are in points.
 *
 * <p>The typeface is embedded, so that it looks the same everywhere. It has Latin, Greek and Cyrillic letters; of what it does
 * not have a question mark stands there.
 */
public final class Pdf implements AutoCloseable {

    private static final String TYPEFACE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final PDRectangle PAPER = PDRectangle.A4;
    private static final float MARGIN = 50;
    private static final float FOOT = 28;
    private static final float LEADING = 1.35f;
    private static final float HEADING = 14;
    private static final float TEXT = 9.5f;
    private static final float SMALL = 7.5f;
    private static final float LABEL = 130;

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private final CmapLookup letters;
    private PDPageContentStream page;
    private float height;

    /** An empty document. */
    public Pdf(String title, Locale language) {
        try (InputStream typeface = PDDocument.class.getResourceAsStream(TYPEFACE)) {
            TrueTypeFont read = new TTFParser().parse(new RandomAccessReadBuffer(typeface));
            letters = read.getUnicodeCmapLookup();
            font = PDType0Font.load(document, read, true);
            document.getDocumentInformation().setTitle(title);
            document.getDocumentCatalog().setLanguage(language.toLanguageTag());
            turnPage();
        } catch (IOException e) {
            throw new UncheckedIOException("A document cannot be begun", e);
        }
    }

    /** A heading, with some space before it. */
    public void heading(String text) throws IOException {
        height -= HEADING * 0.6f;
        keep(HEADING * LEADING * 3);
        lines(text, HEADING, MARGIN, true);
    }

    /** A paragraph. */
    public void text(String text) throws IOException {
        lines(text, TEXT, MARGIN, false);
    }

    /** A paragraph in small print. */
    public void small(String text) throws IOException {
        lines(text, SMALL, MARGIN, false);
    }

    /** What a label says, beside it; the label is at most a line. */
    public void fact(String label, String text) throws IOException {
        keep(TEXT * LEADING);
        put(page, label, TEXT, MARGIN, height - TEXT * LEADING, false);
        lines(text, TEXT, MARGIN + LABEL, false);
    }

    /** Space between paragraphs. */
    public void space() {
        height -= TEXT * 0.5f;
    }

    /** Puts a file into the document, as it is: whoever looks for its bytes finds them. */
    public void attach(String name, String mediaType, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes));
        file.setSubtype(mediaType);
        file.setSize(bytes.length);
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setFileUnicode(name);
        specification.setEmbeddedFile(file);
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(name, specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
    }

    /**
     * The finished document.
     *
     * @param foot stands at the foot of each page, beside its number
     */
    public byte[] finish(String foot) throws IOException {
        page.close();
        int count = document.getNumberOfPages();
        for (int number = 1; number <= count; number++) {
            try (PDPageContentStream bottom =
                    new PDPageContentStream(document, document.getPage(number - 1), AppendMode.APPEND, true, true)) {
                put(bottom, "%s · %d/%d".formatted(foot, number, count), SMALL, MARGIN, FOOT, false);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private void lines(String text, float size, float left, boolean strong) throws IOException {
        for (String line : broken(text, size, PAPER.getWidth() - MARGIN - left)) {
            keep(size * LEADING);
            height -= size * LEADING;
            put(page, line, size, left, height, strong);
        }
    }

    private List<String> broken(String text, float size, float width) {
        return LineBreaks.of(printable(text), line -> {
            try {
                return font.getStringWidth(line) / 1000 * size <= width;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** White space as spaces and line ends, and only letters that the typeface has. */
    private String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            if (letter == '\n' || (letter >= ' ' && letters.getGlyphId(letter) != 0)) {
                printable.appendCodePoint(letter);
            } else if (Character.isWhitespace(letter)) {
                printable.append(' ');
            } else if (Character.getType(letter) != Character.FORMAT) {
                printable.append('?');
            }
        });
        return printable.toString();
    }

    private void put(PDPageContentStream target, String line, float size, float left, float bottom, boolean strong)
            throws IOException {
        target.beginText();
        target.setFont(font, size);
        target.setRenderingMode(strong ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        target.setLineWidth(0.3f);
        target.newLineAtOffset(left, bottom);
        target.showText(printable(line));
        target.endText();
    }

    private void keep(float needed) throws IOException {
        if (height - needed < MARGIN) {
            page.close();
            turnPage();
        }
    }

    private void turnPage() throws IOException {
        PDPage next = new PDPage(PAPER);
        document.addPage(next);
        page = new PDPageContentStream(document, next);
        height = PAPER.getHeight() - MARGIN;
    }
}
