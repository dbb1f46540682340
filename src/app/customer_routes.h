// SPDX-License-Identifier: Apache-2.0
// What the customer reaches without an account: the page of a case behind its link, its files, the contact form.
#pragma once

#include "app/gate.h"
#include "app/requests.h"

namespace amends {

void add_customer_routes(RouteTable& table, House& house);

} // namespace amends
