//! Moments, as the browser's clock tells them.

use std::fmt;

/// Milliseconds since 1970-01-01T00:00:00Z. Shown and read as RFC 3339 in UTC
/// with milliseconds, years 0000 to 9999.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time(i64);

const DAY: i64 = 86_400_000;
const FIRST: i64 = -62_167_219_200_000;
const LAST: i64 = 253_402_300_799_999;

impl Time {
    /// A moment; one outside the years 0000 to 9999 goes to the nearest within.
    pub fn from_millis(millis: i64) -> Self {
        Self(millis.clamp(FIRST, LAST))
    }

    /// Milliseconds since 1970.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// Reads `2020-10-04T16:29:00.000Z`, as [`Time`] writes it; the fraction may be missing.
    pub fn parse(text: &str) -> Option<Self> {
        let number = |range: std::ops::Range<usize>| -> Option<i64> {
            let digits = text.get(range)?;
            digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
        };
        let at = |index: usize, byte: u8| text.as_bytes().get(index) == Some(&byte);
        let millis = match text.len() {
            20 => 0,
            24 if at(19, b'.') => number(20..23)?,
            _ => return None,
        };
        let marks = at(4, b'-') && at(7, b'-') && at(10, b'T') && at(13, b':') && at(16, b':');
        (marks && text.ends_with('Z')).then_some(())?;
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        let (hour, minute, second) = (number(11..13)?, number(14..16)?, number(17..19)?);
        let days = days_from_civil(year, month, day);
        (civil_from_days(days) == (year, month, day)).then_some(())?;
        (hour < 24 && minute < 60 && second < 60).then_some(())?;
        Some(Self(days * DAY + ((hour * 60 + minute) * 60 + second) * 1000 + millis))
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil_from_days(self.0.div_euclid(DAY));
        let rest = self.0.rem_euclid(DAY);
        let (hour, minute) = (rest / 3_600_000, rest / 60_000 % 60);
        let (second, millis) = (rest / 1000 % 60, rest % 1000);
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{millis:03}Z")
    }
}

/// Days since 1970 of a date in the proleptic Gregorian calendar (H. Hinnant,
/// "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`).
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + day_of_year - 719_468
}

/// The date of a day since 1970 (same source, `civil_from_days`).
fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let day_of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::Time;

    #[track_caller]
    fn check(millis: i64, text: &str) {
        assert_eq!(Time::from_millis(millis).to_string(), text);
        assert_eq!(Time::parse(text), Some(Time::from_millis(millis)));
    }

    #[test]
    fn a_time_reads_as_it_is_written() {
        check(0, "1970-01-01T00:00:00.000Z");
        check(1_601_828_940_000, "2020-10-04T16:29:00.000Z");
        check(951_782_399_999, "2000-02-28T23:59:59.999Z");
        check(-1, "1969-12-31T23:59:59.999Z");
        check(super::FIRST, "0000-01-01T00:00:00.000Z");
        check(super::LAST, "9999-12-31T23:59:59.999Z");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "2020-02-30T00:00:00.000Z",
            "2020-10-04",
            "2020-10-04T24:00:00.000Z",
            "2020-1-04T16:29:00.000Zé",
        ] {
            assert_eq!(Time::parse(text), None, "{text}");
        }
    }
}
