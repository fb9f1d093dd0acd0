//! As much of XML 1.0 as a codebook needs: elements, attributes, text, CDATA, the five entities and
//! characters by number. Comments, processing instructions and a document type are passed over; entities
//! of one's own are not read, so that none can grow.

/// What comes next in the source.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Event {
    /// An element begins; its name is without prefix, and so are those of its attributes.
    Open(String, Vec<(String, String)>),
    /// An element ends.
    Close(String),
    /// Characters.
    Text(String),
}

/// Where the source cannot be read: the line, from 1, and what is wrong there.
pub(super) type Flaw = (usize, &'static str);

pub(super) struct Reader<'s> {
    source: &'s str,
    at: usize,
    /// The element that is to be ended next without a tag of its own.
    empty: Option<String>,
}

impl<'s> Reader<'s> {
    pub(super) fn new(source: &'s str) -> Self {
        Self { source, at: 0, empty: None }
    }

    fn flaw(&self, what: &'static str) -> Flaw {
        (1 + self.source[..self.at].matches('\n').count(), what)
    }

    fn rest(&self) -> &'s str {
        &self.source[self.at..]
    }

    /// What stands before an end, which is passed over with it.
    fn until(&mut self, end: &str) -> Result<&'s str, Flaw> {
        let rest = self.rest();
        let length = rest.find(end).ok_or_else(|| self.flaw("it ends too early"))?;
        self.at += length + end.len();
        Ok(&rest[..length])
    }

    /// The next event; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Event>, Flaw> {
        if let Some(name) = self.empty.take() {
            return Ok(Some(Event::Close(name)));
        }
        loop {
            let rest = self.rest();
            if rest.is_empty() {
                return Ok(None);
            }
            if rest.starts_with("<!--") {
                self.until("-->")?;
            } else if rest.starts_with("<?") {
                self.until("?>")?;
            } else if let Some(inner) = rest.strip_prefix("<![CDATA[") {
                self.at += rest.len() - inner.len();
                return Ok(Some(Event::Text(lines(self.until("]]>")?))));
            } else if rest.starts_with("<!") {
                if self.until(">")?.contains('[') {
                    return Err(self.flaw("it defines names of its own, which are not read"));
                }
            } else if rest.starts_with("</") {
                self.at += 2;
                let name = self.until(">")?.trim();
                return Ok(Some(Event::Close(local(name).to_owned())));
            } else if rest.starts_with('<') {
                self.at += 1;
                return self.open().map(Some);
            } else {
                let length = rest.find('<').unwrap_or(rest.len());
                let text = self.unescape(&lines(&rest[..length]))?;
                self.at += length;
                return Ok(Some(Event::Text(text)));
            }
        }
    }

    fn open(&mut self) -> Result<Event, Flaw> {
        let ends = |c: char| c.is_ascii_whitespace() || c == '/' || c == '>' || c == '=';
        let name = self.word(ends)?;
        let mut attributes = Vec::new();
        loop {
            self.at += self.rest().len() - self.rest().trim_start().len();
            let rest = self.rest();
            if rest.starts_with("/>") {
                self.at += 2;
                self.empty = Some(name.clone());
                return Ok(Event::Open(name, attributes));
            }
            if rest.starts_with('>') {
                self.at += 1;
                return Ok(Event::Open(name, attributes));
            }
            let attribute = self.word(ends)?;
            let after = self.rest().trim_start().strip_prefix('=').map(str::trim_start);
            let quote = after.and_then(|after| after.chars().next()).filter(|c| matches!(c, '"' | '\''));
            let (Some(after), Some(quote)) = (after, quote) else {
                return Err(self.flaw("an attribute has no value in quotes"));
            };
            self.at = self.source.len() - after.len() + 1;
            let value = self.until(if quote == '"' { "\"" } else { "'" })?;
            // White space of a value is a space each (XML 1.0, section 3.3.3).
            let value = lines(value).replace(['\n', '\t'], " ");
            attributes.push((attribute, self.unescape(&value)?));
        }
    }

    fn word(&mut self, ends: impl Fn(char) -> bool) -> Result<String, Flaw> {
        let rest = self.rest();
        let length = rest.find(ends).unwrap_or(rest.len());
        if length == 0 {
            return Err(self.flaw("a name is missing"));
        }
        self.at += length;
        Ok(local(&rest[..length]).to_owned())
    }

    fn unescape(&self, text: &str) -> Result<String, Flaw> {
        let mut parts = text.split('&');
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = part.split_once(';').ok_or_else(|| self.flaw("an “&” stands alone"))?;
            let number = |digits: &str| match digits.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16).ok(),
                None => digits.parse().ok(),
            };
            let c = match name {
                "amp" => Some('&'),
                "lt" => Some('<'),
                "gt" => Some('>'),
                "quot" => Some('"'),
                "apos" => Some('\''),
                _ => name.strip_prefix('#').and_then(number).and_then(char::from_u32),
            };
            out.push(c.ok_or_else(|| self.flaw("a character is named that XML does not know"))?);
            out.push_str(rest);
        }
        Ok(out)
    }
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// Lines end with LF alone (XML 1.0, section 2.11).
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// A text as it stands in XML, in attributes too. What XML 1.0 cannot hold (control characters, U+FFFE,
/// U+FFFF) is left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\t' => out.push_str("&#9;"),
            '\0'..' ' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out
}
