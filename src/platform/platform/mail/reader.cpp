// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/reader.h"

#include "base/away.h"
#include "platform/child/packed.h"
#include "platform/mail/reading.h"

#include <array>

namespace amends::mail {
namespace {

// A second sanitized program is many times as slow as the one that customers run.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int slowness = 40;
#elif !defined(__OPTIMIZE__)
constexpr int slowness = 20;
#else
constexpr int slowness = 1;
#endif

constexpr auto until_ready = std::chrono::seconds(30);
constexpr int most_deaths = 2;
constexpr int again = 4;         // So many times the time, for the second reader: the first may have had a bad day.
constexpr int most_killings = 5; // By others. A mail cannot have done it, and yet one must come to an end.

Question question_of(std::string_view bytes, const Rations& rations, int times)
{
    const auto megabytes = static_cast<std::int64_t>(bytes.size() / 1'000'000 + 1);
    const auto processor = slowness * times * (rations.processor + megabytes * rations.processor_a_megabyte);
    return {.size = bytes.size(),
            .memory = rations.memory + 2 * bytes.size(),
            .microseconds = static_cast<std::uint64_t>(std::chrono::microseconds(processor).count())};
}

std::string refusal_of(child::End end)
{
    switch (end) {
    case child::End::hungry: return "mail.reader_hungry";
    case child::End::slow: return "mail.too_slow";
    case child::End::silent: return "mail.reader_silent";
    case child::End::killed:
    case child::End::poor:
    case child::End::died: break;
    }
    return "mail.reader_died";
}

template <class Number>
std::string_view as_bytes(const Number& number)
{
    return {reinterpret_cast<const char*>(&number), sizeof number};
}

// Grows with what arrives: the length is a claim.
bool receive(const child::Process& process, std::string& into, std::uint64_t length, Moment until)
{
    constexpr std::uint64_t step = 1U << 20U;
    while (into.size() < length) {
        const auto before = into.size();
        const auto after = before + std::min(step + before, length - before);
        bool whole = false;
        into.resize_and_overwrite(after, [&](char* room, std::size_t) { // g++ 12 tells the room there is.
            whole = process.receive(room + before, after - before, until);
            return whole ? after : before;
        });
        if (!whole) return false;
    }
    return true;
}

} // namespace

bool Readers::ask(Reader& reader, std::string_view bytes, Reading& reading) const
{
    const auto question = question_of(bytes, rations_, reading.deaths > 0 ? again : 1);
    const auto until = moment() + rations_.patience + (question.size / 1'000'000) * rations_.processor_a_megabyte * 10;
    const auto& process = reader.process;
    if (!process.send(std::array{as_bytes(question), bytes}, until)) return false;
    std::uint64_t length = 0;
    if (!process.receive(reinterpret_cast<char*>(&length), sizeof length, until) || length > question.memory)
        return false;
    std::string packed;
    if (!receive(process, packed, length, until)) return false;
    auto answer = child::unpack<Understood>(packed);
    if (!answer || answer->sizes.size() != answer->mail.parts.size()) return false;
    auto left = question.memory;
    for (std::size_t at = 0; at < answer->sizes.size(); ++at) {
        const auto size = answer->sizes[at];
        if (size > left || !receive(process, answer->mail.parts[at].bytes, size, until)) return false;
        left -= size;
    }
    reading.mail = std::move(answer->mail);
    reading.processor = std::chrono::microseconds{answer->microseconds};
    return true;
}

Reading Readers::understand(std::string_view bytes)
{
    Reading reading;
    int ends = 0;
    int killings = 0;
    for (auto reader = take();; reader = ready_one(start())) {
        if (ask(*reader, bytes, reading)) {
            put_back(std::move(reader));
            return reading;
        }
        const auto end = reader->process.end();
        if (end == child::End::poor) throw Away("the machine has no memory for a reader of mails");
        ++reading.deaths;
        if (end == child::End::killed ? ++killings < most_killings : ++ends < most_deaths) continue;
        reading.mail = {.refused = refusal_of(end)};
        return reading;
    }
}

void Readers::stand_by()
{
    auto reader = start();
    const std::scoped_lock lock(guard_);
    idle_.push_back(std::move(reader));
}

std::vector<pid_t> Readers::idle() const
{
    const std::scoped_lock lock(guard_);
    std::vector<pid_t> ids;
    for (const auto& reader : idle_) ids.push_back(reader->process.id());
    return ids;
}

std::unique_ptr<Readers::Reader> Readers::take()
{
    for (;;) {
        auto reader = take_idle();
        if (!reader) return ready_one(start());
        if (!reader->process.waits()) continue;
        return reader->ready ? std::move(reader) : ready_one(std::move(reader));
    }
}

std::unique_ptr<Readers::Reader> Readers::take_idle()
{
    const std::scoped_lock lock(guard_);
    if (idle_.empty()) return nullptr;
    auto reader = std::move(idle_.back());
    idle_.pop_back();
    return reader;
}

std::unique_ptr<Readers::Reader> Readers::start() const { return std::make_unique<Reader>(word_); }

std::unique_ptr<Readers::Reader> Readers::ready_one(std::unique_ptr<Reader> reader) const
{
    for (int tries = 0; tries < most_killings; ++tries, reader = start()) {
        std::string said(ready.size(), '\0');
        reader->ready = reader->process.receive(said.data(), said.size(), moment() + until_ready) && said == ready;
        if (reader->ready) return reader;
    }
    throw Away("no reader of mails comes up");
}

void Readers::put_back(std::unique_ptr<Reader> reader)
{
    if (++reader->mails >= rations_.mails) return;
    const std::scoped_lock lock(guard_);
    idle_.push_back(std::move(reader));
}

} // namespace amends::mail
