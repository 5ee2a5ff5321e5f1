package procgrade.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class MarkupTests {
    @Test
    void nothing_in_a_text_has_a_meaning() {
        assertThat(Markup.escaped("<a b=\"c\" d='e'>&amp;</a>"))
                .isEqualTo("&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;&lt;/a&gt;");
    }

    @Test
    void what_cannot_be_seen_is_written_down() {
        assertThat(Markup.escaped("\u0000\u001b[2J\u202e\u2066\ufffe\ud800\u0085"))
                .isEqualTo("\\u0000\\u001b[2J\\u202e\\u2066\\ufffe\\ud800\\u0085");
        assertThat(Markup.escaped(new String(Character.toChars(0xe0041)))).isEqualTo("\\u{e0041}");
    }

    @Test
    void line_ends_and_names_of_all_alphabets_stay() {
        String names = "a\tb\nc\u00e9 \u5f20\u4f1f \u0645\u06cc\u200c\u062e \ud83d\udc69\u200d\ud83d\udcbb";

        assertThat(Markup.escaped(names)).isEqualTo(names);
    }

    @Test
    void any_character_makes_well_formed_xml() throws Exception {
        StringBuilder all = new StringBuilder();
        for (int character = 0; character < 0x10000; character++) {
            all.append((char) character);
        }
        String xml = "<a b=\"" + Markup.escaped(all.toString()) + "\">" + Markup.escaped(all.toString()) + "</a>";

        Element element = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();

        assertThat(element.getTextContent()).contains("\\u0000", "<", "\\uffff");
    }
}
