// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/siem/outgoing.h"

/// RFC 5424: what a message says, as a function of the entry alone, so that one sent twice is the same to the letter.
namespace keyward::siem {

/// Facility 13 (log audit); severity 6 (informational) where it was done, 4 (warning) where it was denied, 3 (error)
/// where it failed. The time as the log has it, to the millisecond. No process id: which program made the entry the log
/// does not say, and which one sends it means nothing. The operation is the MSGID. What is for programs stands in the
/// structured data keyward@32473 (the number is that of examples, RFC 5612); the text is a sentence for people.
/// Control characters and what is no UTF-8 stand as \xNN. At most 8192 bytes, by cutting the sentence.
std::string syslogMessage(const Outgoing &what, const Source &source);

/// In a frame that tells its length (RFC 6587, 3.4.1; RFC 5425, 4.3).
std::string framed(const std::string &message);

} // namespace keyward::siem
