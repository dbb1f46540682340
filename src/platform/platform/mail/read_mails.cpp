// SPDX-License-Identifier: Apache-2.0
#include "platform/child/confine.h"
#include "platform/child/packed.h"
#include "platform/child/parent.h"
#include "platform/mail/reader.h"
#include "platform/mail/reading.h"

#include <array>
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
    std::vector<std::string_view> pieces{packed};
    pieces.insert(pieces.end(), parts.begin(), parts.end());
    return child::tell(pieces);
}

// Set for good: where there is no more memory, nothing can be thrown that would be told in time.
child::Rationing* rationing_now = nullptr;

[[noreturn]] void leave_without_memory()
{
    _exit(rationing_now == nullptr || rationing_now->machine_has_more() ? child::exit_hungry : child::exit_poor);
}

// Fresh pages cost more than most of what is done with them: what one step has given back is for the next step.
void keep_memory_for_the_next_step()
{
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 128 << 20);
}

bool read_one(const Question& question, child::Rationing& rationing)
{
    rationing.allow({.memory = question.memory, .processor = std::chrono::microseconds(question.microseconds)});
    std::string bytes;
    bool whole = false;
    bytes.resize_and_overwrite(question.size, [&](char* room, std::size_t) { // g++ 12 tells the room there is.
        whole = child::hear(room, question.size);
        return question.size;
    });
    if (!whole || !answer(std::move(bytes))) return false;
    if (question.size > large) malloc_trim(0); // A large mail leaves no less for the next.
    return true;
}

} // namespace

int read_mails()
{
    child::die_with_parent();
    keep_memory_for_the_next_step();
    warm_up();
    child::Rationing rationing(most_memory);
    rationing_now = &rationing;
    std::set_new_handler(leave_without_memory);
    child::confine();
    const std::array<std::string_view, 1> word{ready};
    if (!child::tell(word)) return 1;
    Question question;
    while (child::hear(reinterpret_cast<char*>(&question), sizeof question))
        if (!read_one(question, rationing)) break;
    _exit(0);
}

} // namespace amends::mail
