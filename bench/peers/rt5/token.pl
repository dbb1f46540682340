# SPDX-License-Identifier: Apache-2.0
# Prints an API token for root, lets everyone write in, and sets what the benchmark needs.
use lib '/usr/share/request-tracker5/lib', '/usr/local/share/request-tracker5/lib';
use RT; RT::LoadConfig(); RT::Init();
my $root = RT::User->new(RT->SystemUser); $root->Load('root');
require RT::AuthToken;
my ($id, $message, $token) = RT::AuthToken->new(RT->SystemUser)->Create(Owner => $root->Id, Description => 'bench');
my $everyone = RT::Group->new(RT->SystemUser); $everyone->LoadSystemInternalGroup('Everyone');
$everyone->PrincipalObj->GrantRight(Right => $_, Object => RT->System) for qw(CreateTicket ReplyToTicket SeeQueue);
print "$token\n";
