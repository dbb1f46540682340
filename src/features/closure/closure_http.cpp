// SPDX-License-Identifier: Apache-2.0
#include "closure/closure_http.h"

#include "case/case_view.h"
#include "closure/close_case.h"
#include "closure/reopen_case.h"
#include "platform/json/read.h"

namespace amends::closure {
namespace {

struct Resolution {
    std::string text{};
};
BOOST_DESCRIBE_STRUCT(Resolution, (), (text))

} // namespace

Result<cases::Case> post_resolution(const Ports& ports, const http::Request& request)
{
    AMENDS_TRY(const auto id, request.id<CaseId>("id"));
    AMENDS_TRY(const auto wish, json::parse<Resolution>(request.body));
    return resolve_case(ports, id, wish.text);
}

Result<cases::Case> post_closure(const Ports& ports, const http::Request& request)
{
    AMENDS_TRY(const auto id, request.id<CaseId>("id"));
    return close_case(ports, id, cases::ConfirmedBy::customer);
}

Result<cases::Case> post_reopening(const Ports& ports, const http::Request& request)
{
    AMENDS_TRY(const auto id, request.id<CaseId>("id"));
    return reopen_case(ports, id);
}

json::Shapes shapes()
{
    using namespace json;
    return {
        shape<Resolution, cases::CaseView>("POST /api/v1/cases/{id}/resolution"),
        shape<Nothing, cases::CaseView>("POST /api/v1/cases/{id}/closure"),
        shape<Nothing, cases::CaseView>("POST /api/v1/cases/{id}/reopening"),
    };
}

} // namespace amends::closure
