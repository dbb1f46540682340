// SPDX-License-Identifier: Apache-2.0
#include "platform/child/confine.h"
#include "platform/child/packed.h"
#include "platform/child/parent.h"
#include "platform/mail/reader.h"
#include "platform/mail/reading.h"

#include <algorithm>
#include <cstring>
#include <ctime>
#include <malloc.h>
#include <new>
#include <unistd.h>
#include <utility>

namespace amends::mail {
namespace {

// The most that any mail is given: beside its own 100 MB and what they decode to.
constexpr std::size_t most_memory = 512U << 20U;
constexpr std::size_t large = 1U << 20U;

// What libraries load, open and make at their first use is there before the doors are closed.
void warm_up()
{
    static_cast<void>(understand("From: =?iso-8859-2?Q?=E1?= <a@example.com>\r\nSubject: =?shift_jis?B?g2WDWINn?=\r\n"
                                 "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; "
                                 "charset=gb2312\r\n\r\n<p>\xC4\xE3\xBA\xC3 hello there, my friend</p>\r\n--b\r\n"
                                 "Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n"
                                 "--b--\r\n"));
}

std::int64_t microseconds_taken()
{
    timespec taken{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &taken);
    return taken.tv_sec * 1'000'000 + taken.tv_nsec / 1'000;
}

bool answer(std::string bytes)
{
    const auto started = microseconds_taken();
    Understood said{.mail = understand(bytes)};
    std::string().swap(bytes);
    std::vector<std::string> parts;
    for (auto& part : said.mail.parts) {
        said.sizes.push_back(part.bytes.size());
        parts.push_back(std::exchange(part.bytes, {}));
    }
    said.mail.raw_html.clear(); // Kept in the mail itself; nobody asks a reader for it.
    said.microseconds = microseconds_taken() - started;
    std::string packed(sizeof(std::uint64_t), '\0');
    child::pack(packed, said);
    const std::uint64_t length = packed.size() - sizeof length;
    std::memcpy(packed.data(), &length, sizeof length);
    if (!child::tell(packed)) return false;
    return std::ranges::all_of(parts, child::tell);
}

} // namespace

int read_mails()
{
    std::set_new_handler([] { _exit(child::exit_hungry); });
    // Fresh pages cost more than most of what is done with them: what one step has given back is for the next step.
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 128 << 20);
    warm_up();
    const child::Rationing rationing(most_memory);
    child::confine();
    Question question;
    if (!child::tell(ready)) return 1;
    while (child::hear(reinterpret_cast<char*>(&question), sizeof question)) {
        rationing.allow({.memory = question.memory, .processor = std::chrono::microseconds(question.microseconds)});
        std::string bytes;
        bool whole = false;
        bytes.resize_and_overwrite(question.size, [&](char* room, std::size_t) { // g++ 12 tells the room there is.
            whole = child::hear(room, question.size);
            return question.size;
        });
        if (!whole || !answer(std::move(bytes))) break;
        child::Rationing::done();
        if (question.size > large) malloc_trim(0); // A large mail leaves no less for the next.
    }
    _exit(0);
}

} // namespace amends::mail
