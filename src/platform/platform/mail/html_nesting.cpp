// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/html_nesting.h"

#include "platform/mail/ascii.h"

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace amends::mail {

namespace {

enum class Sort : std::uint8_t {
    empty,      // Never has content.
    implied,    // Ends by itself where another begins: does not nest of its own.
    formatting, // Goes on after the block around it has ended, until it is closed.
    cell,       // Formatting ends with it.
    table,      // Brings three implied levels along.
    block,
    raw,   // Its content is no markup.
    other, // span and whatever is unknown.
};

using Names = std::string_view;
constexpr std::array<std::pair<Sort, Names>, 7> sorts = {{
    {Sort::empty,
     " area base basefont bgsound br col embed frame hr img image input keygen link meta param source track wbr "},
    {Sort::implied, " p li dt dd option optgroup tr tbody thead tfoot colgroup rp rt rb rtc html head body "},
    {Sort::formatting, " a b big code em font i nobr s small strike strong tt u "},
    {Sort::cell, " td th caption applet object marquee template "},
    {Sort::table, " table "},
    {Sort::block,
     " address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer "
     "form frameset h1 h2 h3 h4 h5 h6 header hgroup iframe listing main menu nav ol pre section select summary ul svg "
     "math "},
    {Sort::raw, " script style textarea title xmp iframe noembed noframes "},
}};

Sort sort_of(const std::string& name)
{
    const auto spaced = " " + name + " ";
    if (holds(sorts.back().second, spaced)) return Sort::raw;
    for (const auto& [sort, names] : sorts)
        if (holds(names, spaced)) return sort;
    return Sort::other;
}

struct Tag {
    std::string name{};
    bool closing = false;
};

// Takes the tags out of the text, exactly as an HTML5 tokenizer does: what it would not see as a tag is none.
class Tags {
public:
    explicit Tags(std::string_view html) : html_(html) {}

    std::size_t pieces = 0;          // Tags, attributes and brackets that are neither.
    std::size_t most_attributes = 0; // Of one tag.

    // False at the end.
    bool next(Tag& tag)
    {
        for (; (at_ = html_.find('<', at_)) != std::string_view::npos;) {
            const auto rest = html_.substr(at_, 4);
            if (rest == "<!--") comment();
            else if (rest.starts_with("<!") || rest.starts_with("<?")) bogus();
            else if (rest.starts_with("</") && rest.size() > 2 && !is_letter(rest[2])) bogus();
            else if (rest.starts_with("</") && rest.size() > 2) return read(tag, 2);
            else if (rest.size() > 1 && is_letter(rest[1])) return read(tag, 1);
            else {
                ++pieces;
                ++at_;
            }
        }
        return false;
    }

    // Jumps behind the content of a raw element.
    void skip_raw(const std::string& name)
    {
        for (; (at_ = html_.find("</", at_)) != std::string_view::npos; at_ += 2) {
            const auto end = at_ + 2 + name.size();
            if (starts_as(html_.substr(at_ + 2), name) &&
                (end >= html_.size() || is_blank(html_[end]) || html_[end] == '>' || html_[end] == '/'))
                return;
        }
        at_ = html_.size();
    }

private:
    static bool is_letter(char letter) { return lower(letter) >= 'a' && lower(letter) <= 'z'; }

    void comment()
    {
        at_ += 4;
        if (html_.substr(at_, 1) == ">") return;
        if (html_.substr(at_, 2) == "->") return;
        const auto plain = html_.find("-->", at_), odd = html_.find("--!>", at_);
        const auto end = std::min(plain, odd);
        at_ = end == std::string_view::npos ? html_.size() : end + 3;
    }

    void bogus()
    {
        const auto end = html_.find('>', at_);
        at_ = end == std::string_view::npos ? html_.size() : end + 1;
    }

    bool read(Tag& tag, std::size_t skipped)
    {
        tag.closing = skipped == 2;
        ++pieces;
        const auto start = at_ + skipped;
        const auto end = std::min(html_.find_first_of(" \t\r\n\f/>", start), html_.size());
        tag.name = lower(html_.substr(start, std::min<std::size_t>(end - start, 40)));
        at_ = end;
        read_attributes();
        return true;
    }

    // A quote opens a value only after an equals sign: <div a"> ends at the bracket.
    void read_attributes()
    {
        std::size_t count = 0;
        while (at_ < html_.size() && html_[at_] != '>') {
            if (is_blank(html_[at_]) || html_[at_] == '/') {
                ++at_;
                continue;
            }
            most_attributes = std::max(most_attributes, ++count);
            ++pieces;
            at_ = std::min(html_.find_first_of("= \t\r\n\f/>", at_ + 1), html_.size()); // A name may begin with '='.
            while (at_ < html_.size() && is_blank(html_[at_])) ++at_;
            if (at_ >= html_.size() || html_[at_] != '=') continue;
            ++at_;
            while (at_ < html_.size() && is_blank(html_[at_])) ++at_;
            value();
        }
        if (at_ < html_.size()) ++at_;
    }

    void value()
    {
        if (at_ >= html_.size() || html_[at_] == '>') return;
        const char quote = html_[at_];
        const bool quoted = quote == '"' || quote == '\'';
        const auto end = quoted ? html_.find(quote, at_ + 1) : html_.find_first_of(" \t\r\n\f>", at_);
        at_ = end == std::string_view::npos ? html_.size() : end + (quoted ? 1 : 0);
    }

    std::string_view html_;
    std::size_t at_ = 0;
};

// The open elements as the parser would have them, or more of them.
class Stack {
public:
    void open(const std::string& name, Sort sort)
    {
        if (sort == Sort::cell) end_cell();
        if (sort == Sort::table) depth_ += 3;
        if (sort == Sort::formatting) ++formatting_;
        ++depth_;
        open_.push_back({name, sort});
    }

    void close(const std::string& name, Sort sort)
    {
        auto found = open_.size();
        while (found > 0 && open_[found - 1].name != name) {
            const auto passed = open_[found - 1].sort;
            const bool wall = passed == Sort::cell || passed == Sort::table;
            const bool block =
                passed == Sort::block && sort != Sort::block && sort != Sort::table && sort != Sort::cell;
            if (wall ? sort != Sort::table && sort != Sort::cell : block) return close_lingering(name);
            if (passed == Sort::table && sort == Sort::cell) return;
            --found;
        }
        if (found == 0) return close_lingering(name);
        while (open_.size() > found) pop(true);
        pop(false);
    }

    // What the parser may have to open anew at the next text.
    [[nodiscard]] std::size_t formatting() const { return formatting_; }
    [[nodiscard]] std::size_t depth() const { return depth_ + lingering_.size(); }

private:
    struct Open {
        std::string name{};
        Sort sort{};
    };

    void pop(bool by_another)
    {
        const auto last = open_.back();
        open_.pop_back();
        --depth_;
        if (last.sort == Sort::table) depth_ -= 3;
        if (last.sort == Sort::cell) leave_cell();
        if (last.sort != Sort::formatting) return;
        if (by_another) lingering_.push_back({last.name, open_cells()});
        else --formatting_;
    }

    // A cell ends the cell before it in the same table.
    void end_cell()
    {
        for (auto at = open_.size(); at > 0 && open_[at - 1].sort != Sort::table; --at) {
            if (open_[at - 1].sort != Sort::cell || open_[at - 1].name.size() != 2) continue;
            while (open_.size() >= at) pop(true);
            return;
        }
    }

    [[nodiscard]] std::size_t open_cells() const
    {
        return static_cast<std::size_t>(std::ranges::count(open_, Sort::cell, &Open::sort));
    }

    void leave_cell()
    {
        const auto cells = open_cells();
        while (!lingering_.empty() && lingering_.back().cells > cells) {
            lingering_.pop_back();
            --formatting_;
        }
    }

    void close_lingering(const std::string& name)
    {
        const auto found = std::ranges::find(lingering_, name, &Lingering::name);
        if (found == lingering_.end()) return;
        lingering_.erase(found);
        --formatting_;
    }

    struct Lingering {
        std::string name{};
        std::size_t cells = 0;
    };

    std::vector<Open> open_{};
    std::vector<Lingering> lingering_{};
    std::size_t depth_ = 0, formatting_ = 0;
};

} // namespace

bool shallow(std::string_view html, std::size_t depth)
{
    constexpr std::size_t most_anew = 1'000'000;
    constexpr std::size_t most_pieces = 100'000; // Of 200 bytes and a microsecond each.
    constexpr std::size_t most_attributes = 250; // The parser compares each with all others of its tag.
    Tags tags(html);
    Stack stack;
    std::size_t anew = 0;
    bool foreign = false;
    for (Tag tag; tags.next(tag);) {
        const auto sort = sort_of(tag.name);
        foreign = foreign || tag.name == "svg" || tag.name == "math";
        anew += stack.formatting();
        if (tag.closing) stack.close(tag.name, sort);
        else if (sort == Sort::raw && !foreign) tags.skip_raw(tag.name);
        else if (tag.name == "plaintext" && !foreign) break;
        else if (sort != Sort::empty && sort != Sort::implied) stack.open(tag.name, sort);
        if (stack.depth() > depth || anew > most_anew || tags.pieces > most_pieces) return false;
    }
    return tags.pieces <= most_pieces && tags.most_attributes <= most_attributes;
}

} // namespace amends::mail
