package procgrade.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import procgrade.text.Markup;

/**
 * What all pages have around their content. Style and script stand in the page itself, so that a page that is opened from
 * an archive or sent to somebody is whole; the policy lets it run no other script and ask nobody for anything.
 */
final class PageFrame {
    private static final String STYLE = resource("page.css");

    private final Html html;
    private final Optional<String> script;

    private PageFrame(Html html, Optional<String> script) {
        this.html = html;
        this.script = script;
    }

    /** Begins a page without a script. */
    static PageFrame open(Html html, String title) {
        return new PageFrame(html, Optional.empty()).begin(title);
    }

    /** Begins a page with a script, a resource of this package. */
    static PageFrame open(Html html, String title, String script) {
        return new PageFrame(html, Optional.of(resource(script))).begin(title);
    }

    private PageFrame begin(String title) {
        html.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
        html.raw("style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
        script.ifPresent(text -> html.raw("; script-src 'sha256-", sha256(text), "'"));
        html.raw("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        html.raw(Markup.line(title), "</title>\n<style>\n", STYLE, "</style>\n</head>\n<body>\n<main>\n");
        return this;
    }

    void close() {
        html.raw("</main>\n");
        script.ifPresent(text -> html.raw("<script>", text, "</script>\n"));
        html.raw("</body>\n</html>\n");
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            // every Java platform has it
            throw new IllegalStateException(impossible);
        }
    }

    private static String resource(String name) {
        try (InputStream bytes = PageFrame.class.getResourceAsStream(name)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
