// SPDX-License-Identifier: Apache-2.0
#include "app/calc.h"

#include "app/calc_formulas.h"
#include "app/refusal_sentences.h"

#include <fmt/format.h>

#include <cstdio>

namespace amends {
namespace calculation {

Result<json::Node> member(const json::Node& node, std::string_view name)
{
    if (auto found = node.member(name)) return *std::move(found);
    return node.refused("request.field_missing", name);
}

Result<double> number_in(const json::Node& node, std::string_view name, double least, double most)
{
    AMENDS_TRY(const double found, field<double>(node, name));
    if (found < least || found > most) return node.refused("request.field_out_of_range", name);
    return found;
}

Result<std::int64_t> integer_in(const json::Node& node, std::string_view name, std::int64_t least, std::int64_t most)
{
    AMENDS_TRY(const auto found, field<std::int64_t>(node, name));
    if (found < least || found > most) return node.refused("request.field_out_of_range", name);
    return found;
}

} // namespace calculation

Result<std::string> calculated(std::string_view group, std::string_view json)
{
    AMENDS_TRY(const auto node, json::Node::parse(json));
    for (const auto& known :
         {calculation::statistics_formulas(), calculation::staffing_formulas(), calculation::date_formulas()})
        for (const auto& formula : known)
            if (formula.group == group) return formula.calculate(node);
    return refuse(Refusal::not_found, "calc.group_unknown", std::string(group));
}

std::string listed_formulas()
{
    std::string list;
    for (const auto& known :
         {calculation::statistics_formulas(), calculation::staffing_formulas(), calculation::date_formulas()})
        for (const auto& [group, formula, source, calculate] : known)
            list += fmt::format("{}\n    {}\n    {}\n", group, formula, source);
    return list;
}

int list_formulas()
{
    fmt::print("{}", listed_formulas());
    return 0;
}

int calc(const std::string& group, const std::string& json)
{
    const auto answer = calculated(group, json);
    if (answer) {
        fmt::print("{}\n", *answer);
        return 0;
    }
    const auto& [kind, code, field] = answer.error();
    fmt::print(stderr, "amends calc: {}: {}{}{}\n", code, field, field.empty() ? "" : ": ",
               refusal_sentence(code, "en"));
    return 1;
}

} // namespace amends
