// SPDX-License-Identifier: Apache-2.0
#include "platform/json/read.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cmath>

namespace amends::json {

Node::Node(std::shared_ptr<const boost::json::value> value, std::string path)
    : value_(std::move(value)), path_(std::move(path))
{
}

Result<Node> Node::parse(std::string_view text)
{
    boost::system::error_code error;
    auto value = boost::json::parse({text.data(), text.size()}, error); // 32 levels deep at most.
    if (error) return refuse(Refusal::invalid, "request.not_json");
    return Node(std::make_shared<const boost::json::value>(std::move(value)), "");
}

bool Node::null() const { return value_->is_null(); }

std::optional<Node> Node::member(std::string_view name) const
{
    const auto* const object = value_->if_object();
    const auto* const found = object != nullptr ? object->if_contains({name.data(), name.size()}) : nullptr;
    if (found == nullptr) return std::nullopt;
    return below(*found, name);
}

Result<void> Node::only(std::span<const std::string_view> names) const
{
    const auto* const object = value_->if_object();
    if (object == nullptr) return refused("request.field_type");
    for (const auto& member : *object) {
        const std::string_view name(member.key().data(), member.key().size());
        if (std::ranges::find(names, name) == names.end()) return refused("request.field_unknown", name);
    }
    return {};
}

Result<std::vector<Node>> Node::items() const
{
    const auto* const array = value_->if_array();
    if (array == nullptr) return refused("request.field_type");
    std::vector<Node> items;
    for (const auto& item : *array) items.push_back(below(item, std::to_string(items.size())));
    return items;
}

Result<bool> Node::boolean() const
{
    if (const bool* const held = value_->if_bool()) return *held;
    return refused("request.field_type");
}

Result<std::int64_t> Node::integer() const
{
    if (const std::int64_t* const held = value_->if_int64()) return *held;
    return refused(value_->is_uint64() ? "request.field_too_large" : "request.field_type");
}

Result<double> Node::number() const
{
    if (!value_->is_number()) return refused("request.field_type");
    const auto number = value_->to_number<double>();
    if (!std::isfinite(number)) return refused("request.field_too_large"); // 1e999
    return number;
}

Result<std::string> Node::text() const
{
    const auto* const held = value_->if_string();
    if (held == nullptr) return refused("request.field_type");
    // PostgreSQL cannot store it and SQLite can, so nobody may send it.
    if (held->find('\0') != boost::json::string::npos) return refused("request.field_has_null");
    return std::string(held->data(), held->size());
}

std::unexpected<Refusal> Node::refused(std::string code, std::string_view member) const
{
    return refuse(Refusal::invalid, std::move(code), member.empty() ? path_ : path_to(member));
}

Node Node::below(const boost::json::value& value, std::string_view step) const
{
    return {std::shared_ptr<const boost::json::value>(value_, &value), path_to(step)};
}

std::string Node::path_to(std::string_view step) const
{
    return path_.empty() ? std::string(step) : path_ + "." + std::string(step);
}

} // namespace amends::json
